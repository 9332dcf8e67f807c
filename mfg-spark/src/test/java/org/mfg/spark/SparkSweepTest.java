package org.mfg.spark;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.cli.MfgCommand;

/** The same file gives the same rows and histories on Spark as in threads. */
class SparkSweepTest {
    private static final String SPEC = """
            game: tutorial
            grid: {nodes: 20, steps: 10}
            vary:
              viscosity: {log: [0.05, 1], count: 4}
              solver.name: [newton, anderson]
              lambda: [0.5, 1]
            quantities: [cost, mean(T)]
            """;

    private static final String FAILING = """
            game: tutorial
            grid: {nodes: 20, steps: 10}
            vary:
              concentration: [1e9, 50]
              solver.max-iterations: [0, 200]
            """;

    @TempDir
    Path folder;

    private String errors = "";

    @Test
    void rowsAndHistoriesAreThoseOfThreads() throws IOException {
        assertSameAsInThreads(SPEC, 0, 16);
    }

    @Test
    void warmStartsAreMadeInTheirOrder() throws IOException {
        assertSameAsInThreads(SPEC + "warm-start: viscosity\n", 0, 16);
    }

    @Test
    void runsThatFailAreRows() throws IOException {
        assertSameAsInThreads(FAILING, 1, 4);

        assertThat(Files.readString(folder.resolve("spark/runs.csv"))).contains("INVALID", "MAX_ITERATIONS");
    }

    @Test
    void theRestOfASweepThatThreadsBeganIsMade() throws IOException {
        assertThat(onThreads(SPEC, "threads")).isZero();
        assertThat(onThreads(SPEC, "spark")).isZero();
        Path runs = folder.resolve("spark/runs.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(runs));
        lines.subList(5, 12).clear();
        Files.writeString(runs, String.join("\n", lines) + "\n");

        assertThat(onSpark(SPEC, "local[2]", "--resume")).isZero();

        assertSameFiles(16);
    }

    @Test
    void aTaskThatDiesIsRepeatedAndNoRowComesTwice() throws IOException {
        String spec = SPEC.replace("tutorial", "faulty");
        FaultyGame.CALLS.set(0);
        assertThat(onThreads(spec, "threads")).isZero();
        assertThat(onSpark(spec, "local[2,2]")).as(errors).isZero();

        assertThat(FaultyGame.CALLS).as("the task has died").hasValueGreaterThan(FaultyGame.FATAL_CALL);
        assertSameFiles(16);
    }

    @Test
    void whereATaskDiesForGoodTheRestIsKeptAndTheReasonTold() throws IOException {
        FaultyGame.CALLS.set(0);

        assertThat(onSpark(SPEC.replace("tutorial", "faulty"), "local[1]")).isEqualTo(1);

        assertThat(errors)
                .contains("mfg: Spark gave up: as if the executor had been lost")
                .containsPattern("stopped after [1-9]\\d* of 16 runs; --resume makes the rest")
                .doesNotContain("\tat ");
    }

    @Test
    void aMasterThatIsNoneOrDoesNotAnswerIsToldInALine() throws IOException {
        for (String master : List.of("nonsense", "spark://localhost:1", "spark://nonsense")) {
            assertThat(onSpark(SPEC, master)).isEqualTo(2);
            assertThat(errors.lines()).singleElement().asString().contains("--master must be", master);
        }
        assertThat(folder.resolve("spark")).doesNotExist();
    }

    @Test
    void workersAreTheMastersBusiness() throws IOException {
        assertThat(onSpark(SPEC, "local[2]", "--workers", "2")).isEqualTo(2);

        assertThat(errors).contains("--workers must not be given with --engine spark");
    }

    private void assertSameAsInThreads(String spec, int code, int runs) throws IOException {
        assertThat(onThreads(spec, "threads")).isEqualTo(code);
        assertThat(onSpark(spec, "local[2]")).as(errors).isEqualTo(code);
        assertSameFiles(runs);
    }

    private void assertSameFiles(int runs) throws IOException {
        assertThat(withoutTimes("spark/runs.csv")).hasSize(runs + 1).isEqualTo(withoutTimes("threads/runs.csv"));
        String[] histories = folder.resolve("threads/history").toFile().list();
        assertThat(folder.resolve("spark/history").toFile().list()).containsExactlyInAnyOrder(histories);
        for (String history : histories) {
            String file = "/history/" + history;
            assertThat(withoutTimes("spark" + file)).as(file).isEqualTo(withoutTimes("threads" + file));
        }
    }

    /** The rows of a table, its header first, without the column "seconds". */
    private List<List<String>> withoutTimes(String file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(folder.resolve(file))) {
            csv.forEach(record -> rows.add(new ArrayList<>(record.getFields())));
        }
        int seconds = rows.get(0).indexOf("seconds");
        rows.forEach(row -> row.remove(seconds));
        return rows;
    }

    private int onThreads(String spec, String out) throws IOException {
        return sweep(spec, out, List.of("--workers", "2"));
    }

    private int onSpark(String spec, String master, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("--engine", "spark", "--master", master));
        options.addAll(List.of(more));
        return sweep(spec, "spark", options);
    }

    private int sweep(String spec, String out, List<String> options) throws IOException {
        Path file = Files.writeString(folder.resolve("spec.yaml"), spec);
        List<String> args = new ArrayList<>(
                List.of("sweep", file.toString(), "--out", folder.resolve(out).toString()));
        args.addAll(options);
        StringWriter err = new StringWriter();
        int code = new MfgCommand(new PrintWriter(new StringWriter()), new PrintWriter(err), null)
                .execute(args.toArray(String[]::new));
        errors = err.toString();
        return code;
    }
}
