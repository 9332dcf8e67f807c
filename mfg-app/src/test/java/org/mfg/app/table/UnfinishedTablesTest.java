package org.mfg.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

/** What query and plot make of the runs.csv of a sweep that was killed while it wrote a line. */
class UnfinishedTablesTest {
    private static final String HEADER =
            "run,viscosity,solver.name,status,reason,iterations,sweeps,hjb-residual,fp-residual,mass-drift,exploitability,"
                    + "min-density,seconds,cost\n";
    private static final String ROW = "%d,%s,newton,CONVERGED,,7,9,1e-9,2e-9,0.0,1e-8,0.01,0.25,%s\n";

    @TempDir
    Path folder;

    private Path killed;

    @BeforeEach
    void folders() throws IOException {
        killed = Files.createDirectories(folder.resolve("a killed sweep"));
    }

    private void write(Path sweep, String text) throws IOException {
        Files.writeString(Files.createDirectories(sweep).resolve("runs.csv"), text);
    }

    private static String row(int run) {
        return ROW.formatted(run, 0.125 * (run + 1), 0.5 + run);
    }

    @Test
    void aLastLineCutAnywhereIsNoRow() throws IOException {
        String whole = HEADER + row(0) + row(1);
        String last = row(2);
        for (int cut = 1; cut < last.length(); cut++) {
            write(killed, whole + last.substring(0, cut));

            assertThat(csv("select count(*), count(status), max(cost), avg(iterations) from runs"))
                    .as("cut after %d bytes", cut)
                    .endsWith("\n2,2,1.5,7.0\n");
        }
    }

    @Test
    void aCutInTheFirstRowOrHeaderLeavesATableWithoutRows() throws IOException {
        write(killed, HEADER + "0,0.1,new");
        assertThat(csv("select count(*), avg(cost), max(status) from runs")).endsWith("\n0,,\n");

        write(folder.resolve("whole"), HEADER + row(0));
        write(killed, HEADER.substring(0, 20));
        assertThat(csv("select count(*) from runs")).endsWith("\n1\n");
    }

    @Test
    void aKilledSweepBesideAWholeOneKeepsAllRowsOfBoth() throws IOException {
        StringBuilder many = new StringBuilder(HEADER);
        for (int run = 0; run < 64; run++) {
            many.append(row(run));
        }
        write(folder.resolve("whole"), many.toString());
        write(killed, HEADER + row(0) + "1,0.2");

        assertThat(csv("select count(*), count(distinct folder), min(iterations) from runs"))
                .endsWith("\n65,2,7\n");
    }

    @Test
    void aMalformedLineInTheMiddleIsNamed() throws IOException {
        write(killed, HEADER + row(0) + "1,0.2\n" + "2,0.3,newton\n" + row(3));

        for (String[] args : new String[][] {
            {"query", "select count(*) from runs", folder.toString()},
            {"plot", killed.toString(), "--x", "viscosity", "--y", "cost"}
        }) {
            CommandRun run = CommandRun.of(args);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("runs.csv is damaged: line 3 has 2 cells, its header has 14");
            assertThat(run.err().lines()).hasSize(1);
        }
    }

    @Test
    void cellsAreReadAsTheyWereWrittenWhateverTheyLookLike() throws IOException {
        write(
                killed,
                "run;x|y,word,status,reason,n,T,t,date\n"
                        + "0,1;2,CONVERGED,\"a \"\"quoted\"\", ' one\",5,1,2,2024-01-01\n"
                        + "1,'x',STALLED,NULL,5.5,,NaN,3\n");

        assertThat(
                        csv(
                                "select \"run;x|y\", word, reason, n, \"T\", t_1, date, typeof(n), typeof(date), typeof(t_1) from runs"))
                .endsWith("\n0,1;2,\"a \"\"quoted\"\", ' one\",5.0,1,2.0,2024-01-01,DOUBLE,VARCHAR,DOUBLE\n"
                        + "1,'x',NULL,5.5,,NaN,3,DOUBLE,VARCHAR,DOUBLE\n");
    }

    @Test
    void plotDrawsTheWholeLines() throws IOException {
        write(killed, HEADER + row(0) + row(1) + "2,0.3");

        CommandRun run = CommandRun.of("plot", killed.toString(), "--x", "viscosity", "--y", "cost");

        assertThat(run.err()).isEqualToNormalizingNewlines(unfinished());
        assertThat(killed.resolve("plot-cost-viscosity.svg")).isNotEmptyFile();
    }

    @Test
    void aQuestionThatDoesNotReadTheTableIsNotToldOfIt() throws IOException {
        write(killed, HEADER + row(0) + "1,0.2");
        assertThat(CommandRun.of("query", "select 1", folder.toString()).err()).isEmpty();
        assertThat(CommandRun.of("query", "select count(*) from \"Runs\" r", folder.toString())
                        .err())
                .isEqualToNormalizingNewlines(unfinished());
    }

    private String unfinished() {
        return "mfg: the last line of " + killed.resolve("runs.csv") + " is not finished and does not count\n";
    }

    private String csv(String sql) throws IOException {
        CommandRun run = CommandRun.of("query", sql, folder.toString(), "--csv");
        boolean isWhole = Files.readString(killed.resolve("runs.csv")).endsWith("\n");
        assertThat(run.err()).isEqualToNormalizingNewlines(isWhole ? "" : unfinished());
        return run.out().replace("\r\n", "\n");
    }
}
