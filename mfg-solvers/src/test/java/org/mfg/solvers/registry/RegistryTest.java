package org.mfg.solvers.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;

class RegistryTest {
    @TempDir
    Path folder;

    @Test
    void findsProvidersInAlphabeticalOrder() throws IOException {
        Registry<CouplingProvider, Coupling> registry = registry(Swarm.class.getName(), Herd.class.getName());

        assertThat(registry.names()).containsExactly("herd", "swarm");
        assertThat(registry.providers()).extracting(CouplingProvider::name).containsExactly("herd", "swarm");
    }

    @Test
    void createsWithGivenAndDefaultParameters() throws IOException {
        Registry<CouplingProvider, Coupling> registry = registry(Herd.class.getName());

        assertThat(costAtDensityOne(registry.create("herd", Map.of()))).isEqualTo(3);
        assertThat(costAtDensityOne(registry.create("herd", Map.of("pull", "5"))))
                .isEqualTo(5);
    }

    @Test
    void anUnknownNameTellsTheNearest() throws IOException {
        Registry<CouplingProvider, Coupling> registry = registry(Swarm.class.getName(), Herd.class.getName());

        assertThatThrownBy(() -> registry.provider("hert"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("unknown coupling 'hert'; did you mean herd? (known: herd, swarm)");
    }

    @Test
    void anUnknownParameterTellsItsOwner() throws IOException {
        Registry<CouplingProvider, Coupling> registry = registry(Herd.class.getName());

        assertThatThrownBy(() -> registry.create("herd", Map.of("pul", 1)))
                .hasMessageContaining("unknown parameter of coupling herd 'pul'; did you mean pull?");
    }

    @Test
    void aNameClaimedTwiceIsAnError() throws IOException {
        Registry<CouplingProvider, Coupling> registry = registry(Herd.class.getName(), Impostor.class.getName());

        assertThatThrownBy(registry::names)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("two coupling providers are named herd")
                .hasMessageContaining(Herd.class.getName())
                .hasMessageContaining(Impostor.class.getName());
    }

    @Test
    void aBrokenProviderGivesOneLine() throws IOException {
        for (String broken : List.of("no.such.Provider", Broken.class.getName(), RegistryTest.class.getName())) {
            assertThatThrownBy(registry(broken)::names)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("a provider of a coupling cannot be loaded")
                    .hasMessageContaining(broken)
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void aNameThatIsNotWellFormedIsAnError() throws IOException {
        assertThatThrownBy(registry(Shouting.class.getName())::names)
                .hasMessageContaining("must be lower case words joined by hyphens, was 'LOUD'");
    }

    private Registry<CouplingProvider, Coupling> registry(String... providers) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(CouplingProvider.class.getName()), List.of(providers));
        URL[] urls = {folder.toUri().toURL()};
        // No parent services: only the ones of this test are seen.
        ClassLoader loader =
                new URLClassLoader(urls, new WithoutServices(getClass().getClassLoader()));
        return new Registry<>("coupling", CouplingProvider.class, loader, UnaryOperator.identity());
    }

    private static double costAtDensityOne(Coupling coupling) {
        return ((LocalCoupling) coupling).value(0, new double[] {0}, 1);
    }

    private static final class WithoutServices extends ClassLoader {
        WithoutServices(ClassLoader parent) {
            super(parent);
        }

        @Override
        public java.util.Enumeration<URL> getResources(String name) {
            return java.util.Collections.emptyEnumeration();
        }
    }

    /** A coupling provider with a parameter. */
    public static class Herd implements CouplingProvider {
        @Override
        public String name() {
            return "herd";
        }

        @Override
        public String description() {
            return "pull times density";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.real("pull", 3, Parameter.Range.atLeast(0), "", "how strongly the herd pulls"));
        }

        @Override
        public Coupling create(Parameters parameters) {
            double pull = parameters.real("pull");
            return (LocalCoupling) (t, x, m) -> pull * m;
        }
    }

    /** Another provider of the same name. */
    public static final class Impostor extends Herd {}

    /** A provider of another name. */
    public static final class Swarm extends Herd {
        @Override
        public String name() {
            return "swarm";
        }
    }

    /** A provider whose name is not well formed. */
    public static final class Shouting extends Herd {
        @Override
        public String name() {
            return "LOUD";
        }
    }

    /** A provider that cannot be made. */
    public static final class Broken extends Herd {
        /** Fails. */
        public Broken() {
            throw new IllegalStateException("broken on purpose\nsecond line");
        }
    }
}
