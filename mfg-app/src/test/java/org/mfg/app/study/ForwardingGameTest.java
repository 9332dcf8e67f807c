package org.mfg.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.app.yaml.GameFile;
import org.mfg.solvers.Mfg;

class ForwardingGameTest {
    private final Mfg mfg = Mfg.load();

    /** A member with a default that is not here would be lost in every variant of a game, without a word from the compiler. */
    @Test
    void everyMemberOfAProviderIsForwarded() {
        Stream<Method> members = Stream.of(GameProvider.class, ComposedOfParts.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge());
        assertThat(members)
                .allSatisfy(member -> assertThat(ForwardingGame.class.getDeclaredMethods())
                        .anyMatch(own -> own.getName().equals(member.getName())
                                && Arrays.equals(own.getParameterTypes(), member.getParameterTypes())));
    }

    @Test
    void aFileThatNamesAGameHasItsMarket() {
        Source file = GameFile.parse(
                "game: aiyagari\ngrid: {nodes: 101}\n".getBytes(StandardCharsets.UTF_8), Path.of("economy.yaml"), mfg);
        assertThat(file.game().market()).isPresent();
        assertThat(new WithCoupling(file.game(), mfg.couplings().provider("power")).market())
                .isPresent();
    }

    @Test
    void anotherCouplingTakesThePlaceOfTheFilesOwnInItsPartsAndEquations() {
        Source file = GameFile.parse("""
                domain: {x: {lower: 0, upper: 1}}
                horizon: 1
                viscosity: 0.1
                hamiltonian: quadratic
                couplings: [{name: power, lambda: 0.5}]
                initial-density: "1"
                """.getBytes(StandardCharsets.UTF_8), Path.of("game.yaml"), mfg);
        WithCoupling other = new WithCoupling(file.game(), mfg.couplings().provider("gaussian-kernel"));
        assertThat(other.parts())
                .containsEntry("hamiltonian", "quadratic")
                .containsEntry("coupling-1", "gaussian-kernel");
        assertThat(other.equations(Parameters.of("game", other.parameters(), Map.of())))
                .anyMatch(line -> line.startsWith("H("))
                .filteredOn(line -> line.startsWith("F"))
                .singleElement()
                .asString()
                .doesNotContain("m^gamma");
    }
}
