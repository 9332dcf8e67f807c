package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        assertThat(CommandRun.of("verify", "tutorial", "--error-bars", "--out", folder.toString())
                        .err())
                .contains("game must have an exact solution");
    }

    @Test
    void aSweepHasAColumnOfBarsForEachQuantityAndSaysWhereThereAreNone() throws IOException {
        Path spec = Files.writeString(folder.resolve("grids.yaml"), """
                game: hopf-cole
                vary: {nx: [20, 33, 65]}
                grid: {steps: 32}
                quantities: [mean(T), cost]
                error-bars: true
                """);
        Path out = folder.resolve("grids");
        assertThat(CommandRun.of("sweep", spec.toString(), "--out", out.toString(), "--quiet")
                        .code())
                .isZero();

        List<NamedCsvRecord> rows = rows(out);
        assertThat(rows.get(0).getHeader())
                .endsWith(
                        "mean(T)",
                        "cost",
                        "bar of mean(T)",
                        "bar of cost",
                        "extrapolated mean(T)",
                        "extrapolated cost");
        assertThat(rows.get(0).getField("status")).isEqualTo("CONVERGED");
        assertThat(rows.get(0).getField("reason"))
                .isEqualTo("no error bars: nodes of axis x must be >= 25 for error bars, was 20");
        assertThat(rows.get(0).getField("bar of cost")).isEmpty();
        assertThat(number(rows.get(0), "mean(T)")).isPositive();
        run("hopf-cole", "--nx", "33", "--nt", "32", "--error-bars", "--quantity", "cost");
        JsonNode alone = new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .at("/error-bars/0");
        assertThat(number(rows.get(1), "bar of cost"))
                .isEqualTo(alone.get("bar").asDouble());
        assertThat(number(rows.get(1), "extrapolated cost"))
                .isEqualTo(alone.get("extrapolated").asDouble());
        assertThat(rows.get(0).getField("extrapolated cost")).isEmpty();
        assertThat(number(rows.get(2), "bar of cost")).isPositive();
    }

    /** The rate on fine grids is known: `aiyagari` in [0, 5] by a shooting method, 0.0462438 (economies.md). */
    @Test
    void aPriceThatClearsHasABarInTheTableAndInSweeps() throws IOException {
        String[] cleared = {
            "clear", "aiyagari", "--max-wealth", "5", "--nx", "240", "--error-bars", "--out", folder.toString()
        };
        CommandRun run = CommandRun.of(Stream.concat(Stream.of(cleared), Stream.of("--no-figures", "--no-report"))
                .toArray(String[]::new));

        assertThat(run.out())
                .containsPattern("interest-rate +0\\.0\\d+ ± 0\\.00\\d+  \\(order 0\\.\\d\\d, extrapolated 0\\.046");
        assertThat(run.out())
                .containsPattern("wealth p50 +0\\.\\d+  \\(no error bar: goes from node to node\\)")
                .containsPattern("mean mpc +0\\.\\d+  \\(no error bar: is that of a windfall of one cell\\)");
        assertThat(run.out()).containsPattern("capital +0\\.\\d+ ± 0\\.\\d+ ").doesNotContainPattern("mean saving.*±");
        JsonNode rate = new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .at("/error-bars/0");
        assertThat(rate.get("quantity").asText()).isEqualTo("interest-rate");
        double error = Math.abs(rate.get("value").asDouble() - 0.0462438);
        assertThat(rate.get("bar").asDouble()).isBetween(0.5 * error, 2 * error);

        Path spec = Files.writeString(folder.resolve("rates.yaml"), """
                game: aiyagari
                parameters: {max-wealth: 5}
                vary: {nx: [240]}
                clear: true
                error-bars: true
                """);
        Path out = folder.resolve("rates");
        assertThat(CommandRun.of("sweep", spec.toString(), "--out", out.toString(), "--quiet")
                        .code())
                .isZero();
        NamedCsvRecord row = rows(out).get(0);
        assertThat(row.getHeader())
                .contains("bar of interest-rate", "bar of capital")
                .doesNotContain("bar of excess-capital");
        assertThat(number(row, "bar of interest-rate"))
                .isCloseTo(rate.get("bar").asDouble(), within(1e-3 * error));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static List<NamedCsvRecord> rows(Path sweep) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(sweep.resolve("runs.csv"))) {
            return csv.stream().toList();
        }
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
