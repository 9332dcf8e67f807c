package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

class CompareCommandTest {
    @TempDir
    Path folder;

    @Test
    void solversAreMeasuredWithOneYardstickAndAFailureIsSaid() {
        CommandRun run = CommandRun.of(
                "compare",
                "tutorial",
                "--solvers",
                "newton,anderson,picard",
                "--relaxations",
                "0.1,0.5",
                "--nx",
                "30",
                "--nt",
                "30",
                "--tolerance",
                "1e-7",
                "--out",
                folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("mfg: picard, relaxation 0.5 has no equilibrium (STALLED)");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out())
                .containsPattern("newton +CONVERGED")
                .containsPattern("anderson +CONVERGED")
                .containsPattern("picard, relaxation 0.1 +CONVERGED")
                .containsPattern("picard, relaxation 0.5 +STALLED");
        assertThat(folder.resolve("compare.csv"))
                .content()
                .contains("solver.relaxation,status,reason")
                .hasLineCount(5);
        assertThat(folder.resolve("history/3.csv")).content().startsWith("iteration,");
        assertThat(folder.resolve("compare.svg")).content().contains("picard, relaxation 0.5 (stalled)", "seconds");
        // Powers of ten have raised exponents; the axis of iterations has plain numbers, and begins at 0.
        assertThat(folder.resolve("compare.svg")).content().contains(">0</text>", ">100</text>");
        assertThat(folder.resolve("index.html")).isNotEmptyFile();
    }

    @Test
    void solversAreComparedAtThePricesThatClear() throws IOException {
        CommandRun run = CommandRun.of(
                "compare",
                "huggett",
                "--clear",
                "--solvers",
                "newton,policy-iteration",
                "--nx",
                "120",
                "--out",
                folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("interest-rate");
        List<String> rows = Files.readAllLines(folder.resolve("compare.csv"));
        assertThat(rows.get(0)).endsWith(",interest-rate");
        double first = Double.parseDouble(rows.get(1).substring(rows.get(1).lastIndexOf(',') + 1));
        double second = Double.parseDouble(rows.get(2).substring(rows.get(2).lastIndexOf(',') + 1));
        assertThat(first).isNotEqualTo(0.035).isCloseTo(second, within(1e-9));
        assertThat(CommandRun.of("compare", "tutorial", "--clear").err())
                .isEqualTo("mfg: game tutorial has no market that could clear\n");
    }

    @Test
    void variantsOfAGameAreTheProductOfTheirValues() {
        CommandRun run = CommandRun.of(
                "compare",
                "tutorial",
                "--vary",
                "gamma=1,2",
                "--vary",
                "nx=20,30",
                "--nt",
                "20",
                "--solver",
                "anderson",
                "--no-report",
                "--out",
                folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("gamma 1.0, nx 20 ", "gamma 2.0, nx 20 ", "gamma 1.0, nx 30 ", "gamma 2.0, nx 30 ");
        assertThat(folder.resolve("index.html")).doesNotExist();
    }

    @Test
    void couplingsTakeEachOthersPlaceAndShareTheParametersThatTheGameHas() {
        CommandRun run = CommandRun.of(
                "compare",
                "tutorial",
                "--vary",
                "coupling=power,log",
                "--vary",
                "lambda=0.1,0.5",
                "--nx",
                "20",
                "--nt",
                "20",
                "--solver",
                "anderson",
                "--no-report",
                "--out",
                folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("coupling power, lambda 0.1 +CONVERGED.* to ");
        assertThat(run.out()).containsPattern("coupling log, lambda 0.5 +CONVERGED.* to ");
        assertThat(folder.resolve("compare.csv"))
                .content()
                .contains("solver.name,coupling,lambda,status", "anderson,log,0.5,CONVERGED")
                .hasLineCount(5);
        assertThat(folder.resolve("compare.svg")).content().contains("coupling log, λ 0.1");
    }

    @Test
    void aGameWithoutARunningCouplingSaysThatThereIsNoneToReplace() {
        CommandRun run = CommandRun.of("compare", "evacuation", "--vary", "coupling=log", "--out", folder.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("mfg: coupling must not be given: it replaces the running coupling of a game that has one,")
                .contains("game evacuation has none");
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --solvers | newton,foo    | unknown solver 'foo'
            --solvers | newton,newton | --solvers must name each solver once
            --vary    | gama=1        | unknown parameter 'gama'; did you mean gamma?
            --vary    | coupling=lag  | coupling must be one of gaussian-kernel, log, power, share, was lag
            --vary    | gamma         | --vary must be NAME=VALUE,VALUE,..., was gamma
            --vary    | gamma=1,,2    | --vary gamma must be values joined by commas
            --vary    | gamma=1,x     | gamma must be a number, was x
            --vary    | viscosity=-1  | viscosity must be >= 0, was -1
            """)
    void aMistakeIsToldBeforeAnythingIsSolved(String option, String value, String message) {
        CommandRun run = CommandRun.of(
                "compare",
                "tutorial",
                option,
                value,
                "--out",
                folder.resolve("none").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
