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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    void isRunRegardlessOnDemandAndFlaggedWhereverItEnds() throws IOException {
        assertThat(run(folder.resolve("regardless"), "--no-checks")).isZero();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("mfg: warning: " + REFUSAL).contains("but must be", "x = [", "p = [");
        assertThat(out.toString()).containsPattern("status +CONVERGED, of a game that breaks a promise\n");
        assertThat(folder.resolve("regardless/summary.json"))
                .content()
                .contains("\"status\" : \"CONVERGED\"", "\"broken-promise\" : \"" + REFUSAL);
    }

    @Test
    void isFlaggedInTheReportAndToThoseWhoWantToSeeNothingButErrors() {
        Path quiet = folder.resolve("quiet");
        String game = folder.resolve("game.yaml").toString();
        String plugins = folder.resolve("plugins").toString();
        assertThat(mfg(
                        "run",
                        game,
                        "--plugins",
                        plugins,
                        "--no-checks",
                        "-q",
                        "--no-figures",
                        "--out",
                        quiet.toString()))
                .isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("mfg: warning: " + REFUSAL);
        assertThat(quiet.resolve("index.html")).content().contains("CONVERGED, of a game that breaks a promise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "price-of-anarchy", "simulate --agents=100", "verify --quick"})
    void isFlaggedByEveryCommand(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add(1, folder.resolve("game.yaml").toString());
        arguments.addAll(List.of("--plugins", folder.resolve("plugins").toString(), "--no-checks"));
        arguments.addAll(List.of("--out", folder.resolve("by " + command).toString()));
        mfg(arguments.toArray(new String[0]));
        assertThat(err.toString().lines().filter(line -> line.startsWith("mfg: warning: " + REFUSAL)))
                .hasSize(1);
    }

    @Test
    void aSweepsRowsTellThePromise() throws IOException {
        Path sweep = folder.resolve("sweep.yaml");
        Files.writeString(sweep, GAME + "vary:\n  viscosity: [0.1, 0.2]\n");
        Path study = folder.resolve("study");
        String plugins = folder.resolve("plugins").toString();
        assertThat(mfg("sweep", sweep.toString(), "--plugins", plugins, "--no-checks", "--out", study.toString()))
                .isZero();
        assertThat(Files.readAllLines(study.resolve("runs.csv")).stream().skip(1))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains("CONVERGED,\"" + REFUSAL));
    }

    @Test
    void aRerunWithoutThePluginSaysWhatIsMissing() {
        assertThat(run(folder.resolve("first"), "--no-checks")).isZero();
        String summary = folder.resolve("first/summary.json").toString();
        err.getBuffer().setLength(0);
        String again = folder.resolve("again").toString();
        assertThat(mfg("rerun", summary, "--out", again)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .startsWith("mfg: unknown hamiltonian 'twice'")
                .contains("if the run had it from a plugin, give --plugins");
        String plugins = folder.resolve("plugins").toString();
        assertThat(mfg("rerun", summary, "--plugins", plugins, "--no-checks", "--out", again))
                .isZero();
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
        assertThat(mfg.withoutChecks().objection(game).orElseThrow())
                .startsWith("hamiltonian Twice: radialDerivative is ");
        assertThat(mfg.withoutChecks().objection(mfg.game("tutorial", Map.of())))
                .isEmpty();
    }
}
