package org.mfg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mfg.examples.crowds.Congestion;
import org.mfg.examples.crowds.Epidemic;
import org.mfg.examples.crowds.ErgodicTorus;
import org.mfg.examples.crowds.Evacuation;
import org.mfg.examples.crowds.Flocking;
import org.mfg.examples.crowds.OptimalTransport;
import org.mfg.examples.crowds.PlannedCrowd;
import org.mfg.examples.crowds.Segregation;
import org.mfg.examples.crowds.SeveralEquilibria;
import org.mfg.examples.crowds.WaterFilling;
import org.mfg.examples.economies.Aiyagari;
import org.mfg.examples.economies.AiyagariDiffusion;
import org.mfg.examples.economies.Huggett;
import org.mfg.examples.economies.MitShock;
import org.mfg.examples.economies.PerpetualYouth;
import org.mfg.examples.economies.SteadyState;
import org.mfg.examples.economies.TwoAssets;
import org.mfg.examples.economies.YourOwnUtility;
import org.mfg.examples.firststeps.Tutorial;
import org.mfg.examples.firststeps.TutorialInThePlane;
import org.mfg.examples.verification.AgentsAndDensity;
import org.mfg.examples.verification.Barenblatt;
import org.mfg.examples.verification.BarsAndErrors;
import org.mfg.examples.verification.MeasuredOrders;
import org.mfg.examples.verification.RecoveredCost;
import org.mfg.examples.verification.Sensitivities;
import org.mfg.examples.verification.VaryingVolatility;
import org.mfg.examples.verification.WindInTime;
import org.mfg.examples.yourown.YourCoupling;
import org.mfg.examples.yourown.YourHamiltonian;
import org.mfg.examples.yourown.YourSolver;

/**
 * Runs every program, into target/gallery, and compares its numbers with what is known of them: a closed form, another program's
 * number, or one that is pinned. What is pinned was computed by Anderson's method, which has no linearisation, with a tolerance of
 * 1e-10 on the program's grid, where the programs use Newton's.
 */
class GalleryTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /** √κ T of the flock, and 3 k T/2 of the epidemic. */
    private static final double WT = 2 * Math.sqrt(2);

    private static final double DECAY = Math.exp(-4.5);
    private static final double ANGLE = 1.5 * Math.sqrt(3);

    static final List<Program> PROGRAMS = List.of(
            // Pinned.
            new Program(Tutorial.class, Tutorial::run, near(0.525169015, 1e-6)),
            // Pinned as the tutorial; the game is the same with x and y exchanged.
            new Program(
                    TutorialInThePlane.class,
                    TutorialInThePlane::run,
                    near(0.526615811, 1e-6),
                    near(0.526615811, 1e-6)),
            // Pinned; nobody is lost.
            new Program(Evacuation.class, Evacuation::run, near(0.729378974, 1e-6), near(1, 1e-10)),
            // Pinned; the free crowd is ahead.
            new Program(Congestion.class, Congestion::run, near(0.766966879, 1e-6), near(0.517865009, 1e-6)),
            // The closed form of the class comment; the scheme's error of second order is 3e-5.
            new Program(
                    Flocking.class,
                    Flocking::run,
                    near((0.16 + 2.25) / Math.pow(Math.cosh(WT), 2) + 0.2 * Math.tanh(WT) / Math.sqrt(2), 1e-4)),
            // Pinned; the blues are the mirror image of the reds.
            new Program(Segregation.class, Segregation::run, near(0.985149347, 1e-6), near(1 - 0.985149347, 1e-6)),
            // The closed form of the class comment, to the error of first order in time.
            new Program(
                    Epidemic.class,
                    Epidemic::run,
                    near((1 + 2 * DECAY * Math.cos(ANGLE)) / 3, 2e-3),
                    near((1 + 2 * DECAY * Math.cos(ANGLE - 2 * Math.PI / 3)) / 3, 2e-3),
                    near((1 + 2 * DECAY * Math.cos(ANGLE - 4 * Math.PI / 3)) / 3, 2e-3)),
            // What upwind differences on 50² and 100² nodes extrapolate to (docs/stationary.md); they are of first
            // order.
            new Program(ErgodicTorus.class, ErgodicTorus::run, near(1.107018, 5e-4)),
            // Pinned.
            new Program(PlannedCrowd.class, PlannedCrowd::run, near(1.032619886, 1e-6)),
            // The distance by quantiles, to the scheme's first order and to the second.
            new Program(
                    OptimalTransport.class,
                    OptimalTransport::run,
                    near(1.0 / 120, 4e-5),
                    near(1.0 / 120, 1.5e-7),
                    near(1.0 / 120, 2.6e-6)),
            // The closed form of the class comment.
            new Program(WaterFilling.class, WaterFilling::run, near(1.0856629, 1e-3), near(0.3356629, 1e-3)),
            // By Fourier series for the Schrödinger equation of the class comment, 64 modes; the scheme is of second
            // order.
            new Program(
                    SeveralEquilibria.class,
                    SeveralEquilibria::run,
                    near(-17.4280855354, 5e-3),
                    near(-15.6817904852, 5e-3),
                    near(-12.1453483410, 5e-4),
                    near(1, 0)),
            // Rates and mean propensities to consume by an independent program on the same grid.
            // Huggett's first cells are 5e-9 wide: round-off is 1e-5 of a propensity there, where 1 % of all are.
            new Program(Huggett.class, Huggett::run, near(0.035881329, 1e-8), near(0.1717120532, 1e-6)),
            new Program(Aiyagari.class, Aiyagari::run, near(0.045692016613, 1e-10), near(0.0512324155, 1e-8)),
            new Program(
                    AiyagariDiffusion.class,
                    AiyagariDiffusion::run,
                    near(0.0484850049, 1e-9),
                    near(3.7402504788, 1e-7)),
            // Another program's numbers; the market clears at all times.
            new Program(
                    MitShock.class, MitShock::run, near(0.2945937142, 1e-9), near(0.0475672914, 1e-9), near(0, 1e-11)),
            // The rate of an independent program on the same grid, by a class and by a formula.
            new Program(
                    YourOwnUtility.class,
                    YourOwnUtility::run,
                    near(0.044684086386, 1e-10),
                    near(0.044684086386, 1e-10)),
            // Means by an independent program on the same grid.
            new Program(TwoAssets.class, TwoAssets::run, near(0.1284775343283, 1e-9), near(0.9567554696374, 1e-9)),
            // The closed form of the class comment, (√17 ∓ 1)/2.
            new Program(
                    PerpetualYouth.class,
                    PerpetualYouth::run,
                    near((Math.sqrt(17) - 1) / 2, 1e-3),
                    near((Math.sqrt(17) + 1) / 2, 1e-3)),
            // A steady state is one, and all crowds approach it.
            new Program(SteadyState.class, SteadyState::run, near(0, 1e-10), near(0, 1e-4)),
            // Orders 1 and 2.
            new Program(MeasuredOrders.class, MeasuredOrders::run, near(1, 0.05), near(2, 0.05)),
            // Bars are as long as the errors; the closed form of the class comment.
            new Program(BarsAndErrors.class, BarsAndErrors::run, near(1, 0.05), near(1, 0.05), near(0.4333362, 5e-6)),
            // First order, of the crowd and of where it ends; and both solvers' crowds are one.
            new Program(Barenblatt.class, Barenblatt::run, near(1, 0.1), near(1, 0.1), near(0, 1e-5)),
            // The derivative of the Riccati equations, to the scheme's second order; and two ways to one number.
            new Program(Sensitivities.class, Sensitivities::run, near(-0.0969108577, 1e-4), near(0, 1e-10)),
            // The rates of the class comment: 3/7, and between 2/3 and 1.
            new Program(RecoveredCost.class, RecoveredCost::run, near(3.0 / 7, 0.1), near(5.0 / 6, 1.0 / 6)),
            // Second order, and an average cost of 0.
            new Program(VaryingVolatility.class, VaryingVolatility::run, near(2, 0.05), near(0, 2e-5)),
            // The wind's integral; no other effect.
            new Program(WindInTime.class, WindInTime::run, near(0.65, 5e-4), near(0, 5e-5)),
            // Three standard errors; the mean of W1 falls as N^(-1/2), and 0.1/sqrt(32000) is 6e-4.
            new Program(AgentsAndDensity.class, AgentsAndDensity::run, near(0, 3), near(0, 4e-3)),
            // c = 1000 is the quadratic Hamiltonian to p²/c². The first and the third are pinned.
            new Program(
                    YourHamiltonian.class,
                    YourHamiltonian::run,
                    near(0.744077269, 1e-6),
                    near(0.744077269, 1e-6),
                    near(0.585144673, 1e-6)),
            // Pinned.
            new Program(YourCoupling.class, YourCoupling::run, near(2.873316777, 1e-6), near(1.722191683, 1e-6)),
            // Newton's crowd, of a density up to 4, to what an average that goes as 1/k reaches.
            new Program(YourSolver.class, YourSolver::run, near(0, 1e-3)));

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void aProgramsNumbersAreThoseThatAreKnownAndItsFiguresAreThere(Program program) throws IOException {
        Path out = Path.of("target/gallery", program.toString());
        double[] numbers = program.run().into(out);
        assertThat(numbers).hasSameSizeAs(program.known());
        for (int k = 0; k < numbers.length; k++) {
            Known known = program.known()[k];
            assertThat(numbers[k]).as("number %d", k).isCloseTo(known.value(), within(known.tolerance()));
        }
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).anyMatch(file -> file.toString().endsWith(".png"));
        }
    }

    @Test
    void everyFileOfTheGalleryIsAProgramOfThisTestAndOfTheReadme() throws IOException {
        List<String> listed = PROGRAMS.stream()
                .map(program -> program.type().getName())
                .sorted()
                .toList();
        String readme = Files.readString(Path.of("README.md"));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .map(file -> SOURCES.relativize(file).toString())
                            .map(file -> file.substring(0, file.length() - ".java".length())
                                    .replace('/', '.')
                                    .replace('\\', '.'))
                            .sorted())
                    .isEqualTo(listed);
        }
        assertThat(PROGRAMS).allSatisfy(program -> assertThat(readme).contains("| `" + program + "` |"));
    }

    /** Not out/tutorial, where the command line writes the tutorial. The script run derives the same folder from the name. */
    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void aProgramWritesToAFolderOfItsOwnUnlessToldOtherwise(Program program) throws IOException {
        String folder = program.toString().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        Path source = SOURCES.resolve(program.type().getName().replace('.', '/') + ".java");
        assertThat(source)
                .content()
                .contains("args[0] : \"out/gallery/" + folder + "\"")
                .contains("out/gallery/" + folder + " if absent");
    }

    /** Without one SLF4J warns of it in three lines above the numbers of a program. */
    @Test
    void whatLibrariesLogGoesNowhere() {
        assertThat(GalleryTest.class.getResource("/META-INF/services/org.slf4j.spi.SLF4JServiceProvider"))
                .isNotNull();
    }

    @Test
    void theScriptListsTheProgramsWithoutANameAndRefusesAnother() throws IOException, InterruptedException {
        Process list = new ProcessBuilder("bash", "run").start();
        String listed = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(list.waitFor()).isZero();
        assertThat(list.getErrorStream()).isEmpty();
        assertThat(listed.lines()).hasSize(PROGRAMS.size()).contains("firststeps Tutorial");

        Process refused = new ProcessBuilder("bash", "run", "Tut*").start();
        String complaint = new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(refused.waitFor()).isEqualTo(2);
        assertThat(refused.getInputStream()).isEmpty();
        assertThat(complaint).isEqualTo("no program Tut*; there are:\n" + listed);
    }

    private static Known near(double value, double tolerance) {
        return new Known(value, tolerance);
    }

    private interface Run {
        double[] into(Path out) throws IOException;
    }

    private record Known(double value, double tolerance) {}

    private record Program(Class<?> type, Run run, Known... known) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }
}
