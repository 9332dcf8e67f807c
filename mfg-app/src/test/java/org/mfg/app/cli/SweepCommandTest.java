package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;
import org.mfg.app.sweep.SweepRows;

class SweepCommandTest {
    @TempDir
    Path folder;

    @Test
    void theExampleHasTwoHundredRunsAndADryRunWritesNothing() {
        CommandRun run =
                CommandRun.of("sweep", "../mfg-examples/sweep.yaml", "--dry-run", "--out", out("a").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("200 runs").containsPattern("run +lambda +beta +viscosity");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsZippedMovesTogetherWithinTheProduct() throws IOException {
        CommandRun run = sweep("""
                game: tutorial
                vary:
                  nx: [16, 24, 32]
                  lambda: [0.5, 1]
                  nt: [8, 12, 16]
                zip: [nx, nt]
                warm-start: nx
                """, "zip");

        assertThat(run.code()).isZero();
        assertThat(SweepRows.of(out("zip")))
                .extracting(row -> row.get("nx") + " " + row.get("lambda") + " " + row.get("nt"))
                .containsExactly("16 0.5 8", "16 1.0 8", "24 0.5 12", "24 1.0 12", "32 0.5 16", "32 1.0 16");
    }

    /** The rate of ClearCommandTest's economy, which an independent program finds too, and the one where nobody may owe. */
    @Test
    void marketsAreClearedIfSoWanted() throws IOException {
        CommandRun run = sweep("""
                game: aiyagari
                parameters: {max-wealth: 20}
                grid: {nodes: 250}
                clear: true
                vary:
                  min-wealth: [-0.8, 0]
                quantities: [mean-a(T)]
                """, "clear");

        assertThat(run.code()).as(run.err()).isZero();
        List<Map<String, String>> rows = SweepRows.of(out("clear"));
        assertThat(Double.parseDouble(rows.get(0).get("interest-rate"))).isCloseTo(0.045692016613, within(1e-10));
        for (Map<String, String> row : rows) {
            assertThat(Double.parseDouble(row.get("excess-capital"))).isCloseTo(0, within(1e-9));
            assertThat(Double.parseDouble(row.get("mean-a(T)")))
                    .isCloseTo(Double.parseDouble(row.get("capital")), within(1e-9));
        }
    }

    @Test
    void whatDoesNotGoWithClearedMarketsIsRefused() throws IOException {
        assertThat(sweep("game: aiyagari\nclear: true\nvary:\n  interest-rate: [0.01, 0.02]\n", "x")
                        .err())
                .contains("clear must not be given where interest-rate is varied: the market sets it");
        assertThat(sweep("game: tutorial\nclear: true\nvary:\n  lambda: [1, 2]\n", "x")
                        .err())
                .contains("game tutorial has no market");
        assertThat(sweep("game: aiyagari\nclear: true\nvary:\n  tfp: [0.1, 0.2]\nwarm-start: tfp\n", "x")
                        .err())
                .contains("clear must not be given beside warm-start");
    }

    @Test
    void rowsDoNotDependOnTheNumberOfWorkers() throws IOException {
        String spec = """
                game: tutorial
                grid: {nodes: 20, steps: 10}
                vary:
                  viscosity: {log: [0.01, 1], count: 3}
                  solver.name: [newton, anderson]
                  nx: [16, 24]
                quantities: [cost]
                """;
        assertThat(sweep(spec, "one", "--workers", "1").code()).isZero();
        CommandRun three = sweep(spec, "three", "--workers", "3");

        assertThat(three.code()).isZero();
        assertThat(three.out()).containsPattern("CONVERGED +12");
        assertThat(SweepRows.withoutTimes(out("three"))).hasSize(12).isEqualTo(SweepRows.withoutTimes(out("one")));
        Map<String, String> last = SweepRows.of(out("one")).get(11);
        assertThat(last.keySet())
                .containsExactly(
                        "run",
                        "viscosity",
                        "solver.name",
                        "nx",
                        "status",
                        "reason",
                        "iterations",
                        "sweeps",
                        "hjb-residual",
                        "fp-residual",
                        "mass-drift",
                        "exploitability",
                        "duality-gap",
                        "target-missed",
                        "above-ceiling",
                        "pressure-gap",
                        "min-density",
                        "seconds",
                        "cost");
        assertThat(last).containsEntry("solver.name", "anderson").containsEntry("nx", "24");
        assertThat(out("one").resolve("sweep.yaml")).hasContent(spec);
        assertThat(out("one").resolve("history/11.csv")).content().startsWith("iteration,hjb-residual,fp-residual");
        JsonNode json =
                new ObjectMapper().readTree(out("one").resolve("sweep.json").toFile());
        assertThat(json.at("/runs").asInt()).isEqualTo(12);
        assertThat(json.at("/ended/CONVERGED").asInt()).isEqualTo(12);
        assertThat(json.at("/spec-sha256").asText()).hasSize(64);
    }

    @Test
    void anEngineThatIsNotThereIsToldInALineAndNothingIsWritten() throws IOException {
        String spec = "game: tutorial\nvary: {lambda: [0.5]}\n";

        assertThat(sweep(spec, "a", "--engine", "sparks").err())
                .contains("unknown engine 'sparks'")
                .contains("did you mean spark?");
        assertThat(sweep(spec, "a", "--engine", "spark").err()).contains("mfg-spark", "./mfg", "docs/sweep.md");
        CommandRun run = sweep(spec, "a", "--master", "local[2]");
        assertThat(run.err()).contains("--master must come with an engine that has one");
        assertThat(run.code()).isEqualTo(2);
        assertThat(out("a")).doesNotExist();
    }

    @Test
    void aRowHasTheNumbersOfTheRunAlone() throws IOException {
        sweep("game: tutorial\nvary: {lambda: [0.5]}\nquantities: [mean(T), variance(T), max(T), cost]", "a");
        CommandRun.of("run", "tutorial", "--no-figures", "--no-report", "--out", out("b").toString());

        Map<String, String> row = SweepRows.of(out("a")).get(0);
        JsonNode summary =
                new ObjectMapper().readTree(out("b").resolve("summary.json").toFile());
        for (String column : List.of("iterations", "sweeps", "hjb-residual", "mass-drift", "exploitability")) {
            assertThat(Double.parseDouble(row.get(column)))
                    .as(column)
                    .isEqualTo(summary.get(column).asDouble());
        }
        // Reference values of independent implementations of the scheme, to their last digit; residuals here are 1e-8.
        assertThat(Double.parseDouble(row.get("mean(T)"))).isCloseTo(0.52516902, within(2e-8));
        assertThat(Double.parseDouble(row.get("variance(T)"))).isCloseTo(0.05923980, within(2e-8));
        assertThat(Double.parseDouble(row.get("max(T)"))).isCloseTo(1.338585, within(1e-6));
    }

    @Test
    void runsThatFailAreRowsAndTheSweepGoesOn() throws IOException {
        CommandRun run = sweep("""
                game: tutorial
                grid: {nodes: 20, steps: 10}
                vary:
                  concentration: [1e9, 50]
                  solver.max-iterations: [0, 200]
                quantities: [cost]
                """, "a");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).containsPattern("INVALID +2").containsPattern("MAX_ITERATIONS +1");
        assertThat(run.err()).contains("no equilibrium in 3 of 4 runs").contains("runs.csv");
        List<Map<String, String>> rows = SweepRows.of(out("a"));
        assertThat(rows.stream().map(row -> row.get("status")))
                .containsExactly("INVALID", "INVALID", "MAX_ITERATIONS", "CONVERGED");
        assertThat(rows.get(0).get("reason")).startsWith("mass of the initial density must be finite and > 0");
        assertThat(rows.get(0).get("iterations")).isEmpty();
        assertThat(rows.get(2).get("hjb-residual")).isNotEmpty();
        assertThat(rows.get(2).get("cost")).isEmpty();
        assertThat(rows.get(3).get("cost")).isNotEmpty();
        assertThat(out("a").resolve("index.html"))
                .content()
                .contains("1 of 4 converged", "INVALID", "mass of the initial density must be");
    }

    @Test
    void aGamePutTogetherFromPartsVariesLikeAGameByName() throws IOException {
        String vary = "vary: {lambda: [0.5, 1]}\n";
        String parts = Files.readString(Path.of("../mfg-examples/tutorial.yaml"))
                .replace("{nodes: 100, steps: 100}", "{nodes: 20, steps: 10}");
        assertThat(sweep(parts + vary, "a").code()).isZero();
        assertThat(sweep("game: tutorial\ngrid: {nodes: 20, steps: 10}\n" + vary, "b")
                        .code())
                .isZero();

        assertThat(SweepRows.withoutTimes(out("a"))).isEqualTo(SweepRows.withoutTimes(out("b")));
    }

    @Test
    void theSettingNodesIsEveryAxis() throws IOException {
        String spec = "game: hopf-cole\nparameters: {dimension: 2}\ngrid: {steps: 8}\n";
        assertThat(sweep(spec + "vary: {nodes: [9, 12]}\nquantities: [mean-y(T)]\n", "a")
                        .code())
                .isZero();
        assertThat(sweep(spec + "vary: {nx: [12], ny: [12]}\nquantities: [mean-y(T)]\n", "b", "--no-report")
                        .code())
                .isZero();

        assertThat(SweepRows.of(out("a")).get(1).get("mean-y(T)"))
                .isEqualTo(SweepRows.of(out("b")).get(0).get("mean-y(T)"));
        assertThat(out("b").resolve("index.html")).doesNotExist();
    }

    @Test
    void aWarmStartTakesFewerSweepsToTheSameEquilibria() throws IOException {
        String spec = """
                game: tutorial
                grid: {nodes: 40, steps: 20}
                solver: {name: anderson, tolerance: 1e-10}
                vary:
                  lambda: [0.5, 1]
                  viscosity: {log: [0.09, 0.1], count: 8}
                quantities: [mean(T)]
                """;
        assertThat(sweep(spec, "cold").code()).isZero();
        assertThat(sweep(spec + "warm-start: viscosity\n", "warm").code()).isZero();

        List<Map<String, String>> cold = SweepRows.of(out("cold"));
        List<Map<String, String>> warm = SweepRows.of(out("warm"));
        assertThat(sum(warm)).isLessThan(sum(cold));
        for (int run = 0; run < 16; run++) {
            // The equilibrium is unique; the tolerance bounds the residual, and the mean by some tens of it.
            assertThat(Double.parseDouble(warm.get(run).get("mean(T)")))
                    .isCloseTo(Double.parseDouble(cold.get(run).get("mean(T)")), within(1e-8));
        }
    }

    @Test
    void aChainThatWasCutIsFinishedAsIfItHadNotBeen() throws IOException {
        String spec = """
                game: tutorial
                grid: {nodes: 20, steps: 10}
                vary: {viscosity: [0.3, 0.2, 0.1], lambda: [1, 2]}
                warm-start: viscosity
                """;
        sweep(spec, "a");
        List<Map<String, String>> whole = SweepRows.withoutTimes(out("a"));
        Path runs = out("a").resolve("runs.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(runs));
        lines.remove(4);
        Files.writeString(runs, String.join("\n", lines) + "\n");

        assertThat(sweep(spec, "a", "--resume").code()).isZero();
        assertThat(SweepRows.withoutTimes(out("a"))).isEqualTo(whole);
    }

    @Test
    void aFolderWithASweepIsNotOverwrittenAndAnotherSweepIsNotResumedThere() throws IOException {
        String spec = "game: tutorial\ngrid: {nodes: 20, steps: 10}\nvary: {lambda: [0, 1]}\n";
        assertThat(sweep(spec, "a").code()).isZero();

        assertComplaint(sweep(spec, "a"), "out must be a folder without a sweep, or one to --resume, was " + out("a"));
        assertComplaint(sweep(spec + "# changed\n", "a", "--resume"), "the sweep must be the one that was begun");
        assertThat(sweep(spec, "a", "--resume").code()).isZero();

        Files.writeString(out("a").resolve("runs.csv"), "a,b\n1,2\n");
        assertComplaint(sweep(spec, "a", "--resume"), "has the columns of another sweep");
    }

    @Test
    void progressRewritesOneLineOfTheTerminal() {
        StringWriter terminal = new StringWriter();
        SweepProgress progress = new SweepProgress(StatusLine.ofTerminal(new PrintWriter(terminal)), 4, 1);

        progress.onRun(false);
        progress.clear();

        assertThat(terminal.toString())
                .startsWith("\r[###############...............] 2 of 4 runs  1 without equilibrium  0 s, 0 s left")
                .endsWith(" \r")
                .doesNotContain("\n");
    }

    private static int sum(List<Map<String, String>> rows) {
        return rows.stream()
                .mapToInt(row -> Integer.parseInt(row.get("sweeps")))
                .sum();
    }

    private static void assertComplaint(CommandRun run, String message) {
        assertThat(run.err()).startsWith("mfg: ").contains(message);
        assertThat(run.code()).isEqualTo(2);
    }

    private Path out(String name) {
        return folder.resolve(name);
    }

    private CommandRun sweep(String spec, String name, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("spec.yaml"), spec);
        List<String> args = new ArrayList<>(
                List.of("sweep", file.toString(), "--out", out(name).toString()));
        args.addAll(List.of(options));
        return CommandRun.of(args.toArray(new String[0]));
    }
}
