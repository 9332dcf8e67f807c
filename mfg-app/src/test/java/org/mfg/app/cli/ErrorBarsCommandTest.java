package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.app.CommandRun;

class ErrorBarsCommandTest {
    @TempDir
    Path folder;

    @Test
    void barsArePrintedAndWritten() throws IOException {
        CommandRun run = run("tutorial", "--nx", "51", "--nt", "50", "--error-bars", "--quantity", "cost");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("cost +0\\.\\d\\d\\d ± 0\\.0\\d\\d  \\(order 0\\.\\d\\d, extrapolated 0\\.7\\d+\\)");
        JsonNode bars = new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .get("error-bars");
        assertThat(bars).hasSize(1);
        JsonNode cost = bars.get(0);
        assertThat(cost.get("quantity").asText()).isEqualTo("cost");
        assertThat(cost.get("bar").asDouble())
                .isGreaterThanOrEqualTo(Math.abs(cost.get("error-by-residual").asDouble()));
        assertThat(cost.get("asymptotic").asBoolean()).isTrue();
        assertThat(cost.get("value").asDouble() - cost.get("extrapolated").asDouble())
                .isBetween(-cost.get("bar").asDouble(), 0.0);
    }

    @Test
    void withoutQuantitiesAllThatTheGameListsHaveOne() {
        CommandRun run = run("hopf-cole", "--nx", "33", "--nt", "32", "--error-bars");

        assertThat(run.out().lines().filter(line -> line.contains(" ± ")))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("variance(T) "))
                .anyMatch(line -> line.startsWith("mass(T) ") && line.endsWith("(rounding)"));
    }

    @Test
    void whatHasNoBarsIsRefusedInALineBeforeItIsSolved() {
        assertThat(run("tutorial", "--nx", "20", "--error-bars").err())
                .isEqualTo("mfg: nodes of axis x must be >= 25 for error bars, was 20\n");
        assertThat(run("planning", "--error-bars").err()).contains("neither a target density nor a ceiling");
        assertThat(CommandRun.of("verify", "tutorial", "--error-bars", "--out", folder.toString())
                        .err())
                .contains("game must have an exact solution");
    }

    @ParameterizedTest
    @CsvSource({
        "hopf-cole, upwind",
        "hopf-cole, crank-nicolson",
        "linear-quadratic, upwind",
        "ergodic-potential, crank-nicolson"
    })
    void barsAreFromHalfToTwiceTheErrorOfGamesWithAnExactSolution(String game, String scheme) {
        CommandRun run = CommandRun.of(
                "verify", game, "--error-bars", "--quick", "--discretization", scheme, "--out", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("\\d+ of \\d+ bars are from half to twice the error");
        assertThat(folder.resolve("error-bars.csv")).content().startsWith("game,quantity,intervals,value,error,bar,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upwind", "crank-nicolson"})
    @Tag("slow")
    void barsAreFromHalfToTwiceTheErrorForNineInTenOfAllExactGamesQuantitiesAndGrids(String scheme) {
        CommandRun run =
                CommandRun.of("verify", "--error-bars", "--discretization", scheme, "--out", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    private CommandRun run(String game, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", game, "--out", folder.toString()));
        arguments.addAll(List.of("--no-figures", "--no-report"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
