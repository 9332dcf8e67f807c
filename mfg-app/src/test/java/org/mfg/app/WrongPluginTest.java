package org.mfg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.app.cli.MfgCommand;
import org.mfg.solvers.Mfg;

/** A plugin whose Hamiltonian has a derivative that is not its own, from the command line and in Java. */
class WrongPluginTest {
    private static final String HAMILTONIAN = """
            package wrong;
            public final class Twice implements org.mfg.api.hamiltonian.AxiswiseHamiltonian {
                public double axisValue(int axis, double t, double[] x, double p, double m) {
                    return 0.5 * p * p;
                }
                public double axisDerivative(int axis, double t, double[] x, double p, double m) {
                    return 2 * p;
                }
            }
            """;
    private static final String PROVIDER = """
            package wrong;
            public final class TwiceProvider implements org.mfg.api.spi.HamiltonianProvider {
                public String name() {
                    return "twice";
                }
                public String description() {
                    return "H = |p|^2/2 with the slope 2p";
                }
                public org.mfg.api.hamiltonian.Hamiltonian create(org.mfg.api.spi.Parameters parameters) {
                    return new Twice();
                }
            }
            """;
    private static final String GAME = """
            domain:
              x: {lower: 0, upper: 1, boundary: no-flux}
            horizon: 1
            viscosity: 0.1
            hamiltonian: twice
            couplings:
              - {name: power, lambda: 0.5, gamma: 1}
            terminal-cost: 0.5*(x-0.7)^2
            initial-density: exp(-50*(x-0.3)^2)
            grid: {nodes: 20, steps: 10}
            """;
    private static final String REFUSAL = "hamiltonian Twice: axisDerivative is ";

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void buildThePlugin() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources/wrong"));
        Files.writeString(sources.resolve("Twice.java"), HAMILTONIAN);
        Files.writeString(sources.resolve("TwiceProvider.java"), PROVIDER);
        Path services = Files.createDirectories(folder.resolve("resources/META-INF/services"));
        Files.writeString(
                services.resolve("org.mfg.api.spi.HamiltonianProvider"),
                "wrong.TwiceProvider" + System.lineSeparator());
        Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(folder.resolve("plugins"));
        PluginJar.build(
                PluginJar.filesUnder(folder.resolve("sources")),
                folder.resolve("classes"),
                List.of(folder.resolve("resources")),
                folder.resolve("plugins/wrong.jar"));
        Files.writeString(folder.resolve("game.yaml"), GAME);
    }

    private int mfg(String... arguments) {
        return new MfgCommand(new PrintWriter(out, true), new PrintWriter(err, true), null).execute(arguments);
    }

    private int run(Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                folder.resolve("game.yaml").toString(),
                "--plugins",
                folder.resolve("plugins").toString(),
                "--no-figures",
                "--no-report",
                "--out",
                out.toString()));
        arguments.addAll(List.of(more));
        return mfg(arguments.toArray(new String[0]));
    }

    @Test
    void isRefusedByARunInOneLineWithTheMethodThePointAndBothValues() {
        assertThat(run(folder.resolve("refused"))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(REFUSAL, "but must be", "x = [", "p = [", "--no-checks");
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void isRunRegardlessOnDemand() {
        assertThat(run(folder.resolve("regardless"), "--no-checks")).isZero();
        assertThat(folder.resolve("regardless/summary.json")).content().contains("CONVERGED");
    }

    @Test
    void failsItsCheck() {
        assertThat(mfg("check", "--plugins", folder.resolve("plugins").toString()))
                .isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(out.toString()).startsWith("FAIL  hamiltonian  twice  Twice: axisDerivative is ");
    }

    @Test
    void aCheckNeedsAFolderThatProvidesSomething(@TempDir Path empty) {
        assertThat(mfg("check")).isEqualTo(2);
        assertThat(err.toString()).contains("--plugins must be given");
        assertThat(mfg("check", "--plugins", empty.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("plugins must be a folder with jars that provide something");
    }

    private record Twice() implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0.5 * r * r;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return 2 * r;
        }
    }

    @Test
    void anInstanceIsRefusedInJavaUnlessChecksAreOff() {
        Mfg mfg = Mfg.load();
        Hamiltonian wrong = new Twice();
        MeanFieldGame game =
                mfg.game("tutorial", Map.of()).toBuilder().hamiltonian(wrong).build();
        for (Runnable use : List.<Runnable>of(() -> mfg.solve(game, 20, 10), () -> mfg.discretize(game, 20, 10))) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("hamiltonian Twice: radialDerivative is ");
        }
        assertThatCode(() -> mfg.withoutChecks().discretize(game, 20, 10)).doesNotThrowAnyException();
    }
}
