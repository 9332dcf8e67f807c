package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

/** Questions and pictures of one real sweep. */
class QueryAndPlotTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void sweep() throws IOException {
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, """
                game: tutorial
                grid: {nodes: 12, steps: 8}
                solver: {name: picard, relaxation: 0.5, max-iterations: 60}
                vary:
                  viscosity: {log: [0.01, 1], count: 3}
                  lambda: [0, 2]
                quantities: [cost]
                """);
        CommandRun.of("sweep", file.toString(), "--out", folder.resolve("study").toString());
        CommandRun.of(
                "run",
                "tutorial",
                "--nx",
                "10",
                "--nt",
                "5",
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve("single run").toString());
    }

    @Test
    void everyRunIsARowWithItsFolder() {
        CommandRun run = query(
                "select \"lambda\", count(*) n, max(cost) > 0 from runs where status = 'CONVERGED' and \"lambda\" = 0 group by 1");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("0(\\.0)? +3 +true");
        assertThat(query("select distinct folder from runs", "--csv")
                        .out()
                        .lines()
                        .skip(1))
                .containsExactly(folder.resolve("study").toString());
    }

    @Test
    void historiesAndSummariesAreTablesToo() {
        assertThat(query("select count(distinct run) runs from history").out()).containsPattern("runs\\s+6");
        assertThat(query("select status, solver.name from summaries").out()).contains("CONVERGED  newton");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            selec 1                                  | syntax error
            select nothing from runs                 | "nothing" not found
            select * from read_csv('/etc/passwd')    | the function read_csv is not allowed
            install httpfs                           | sql must be one SELECT, WITH, FROM, VALUES, TABLE, DESCRIBE, SUMMARIZE or SHOW, was 'install httpfs'
            copy runs to 'x.csv'                     | sql must be one SELECT
            select ';' a; drop  table runs           | sql must be one statement, but a second one follows: 'drop table runs'
            from runs; select 2                      | sql must be one statement, but a second one follows: 'select 2'
            drop table runs; select 2                | SUMMARIZE or SHOW, was 'drop table runs; select 2'
            ;                                        | sql must be one SELECT, WITH, FROM, VALUES, TABLE, DESCRIBE, SUMMARIZE or SHOW, but there is none in it
            """)
    void aStatementThatCannotBeIsToldInALine(String sql, String message) {
        CommandRun run = query(sql);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("mfg: ").contains(message);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void anEmptyQuestionIsSaidToBeNone() {
        assertThat(query("").err()).contains("sql must be one SELECT, WITH").contains("but there is none in it");
    }

    @Test
    void whereThereAreOnlyPlainRunsTheEmptyTableSaysWhereTheyAre() {
        String plain = folder.resolve("single run").toString();
        CommandRun run = CommandRun.of("query", "select count(*) from runs", plain);
        assertThat(run.code()).isZero();
        assertThat(run.err().lines())
                .containsExactly("mfg: the table runs is empty: there is no sweep and no comparison;"
                        + " runs are in the table summaries");
        assertThat(CommandRun.of("query", "select status from summaries", plain).err())
                .isEmpty();
        for (String sql : new String[] {"select status from runs", "from history"}) {
            CommandRun refused = CommandRun.of("query", sql, plain);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains(" is empty: there is no sweep and no comparison");
            assertThat(refused.err().lines()).hasSize(1);
        }
        CommandRun ofASweep =
                CommandRun.of("query", "from summaries", folder.resolve("study").toString());
        assertThat(ofASweep.err()).contains("the table summaries is empty: there is no run of its own");
    }

    @Test
    void foldersWithoutRunsAreNamed() {
        CommandRun run = CommandRun.of("query", "select 1", "src");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no runs found below src");
    }

    @Test
    void linesAndHeatMapsLeaveOutRunsWithoutAnEquilibrium() {
        CommandRun lines = plot("--x", "viscosity", "--y", "cost", "--colour", "lambda", "--log-x");
        assertThat(lines.err()).isEmpty();
        assertThat(lines.out()).contains("runs have no equilibrium and are not drawn");
        assertThat(folder.resolve("study/plot-cost-viscosity.svg"))
                .content()
                .contains("λ 0.0", "λ 2.0", "viscosity", "runs have no equilibrium and are not drawn");

        assertThat(plot("--x", "viscosity", "--y", "lambda", "--value", "cost").err())
                .isEmpty();
        assertThat(folder.resolve("study/plot-cost-viscosity-lambda.png")).isNotEmptyFile();
        assertThat(plot("--x", "viscosity", "--y", "lambda", "--value", "cost", "--log-y")
                        .err())
                .contains("lambda must be > 0 for a logarithmic axis, was 0.0, 2.0");
        assertThat(plot("--x", "viscosity", "--y", "lambda", "--value", "cost", "--log-x")
                        .err())
                .isEmpty();
    }

    @Test
    void whatCannotBePlottedIsSaid() {
        assertComplaint("several runs have viscosity", "--x", "viscosity", "--y", "cost");
        assertComplaint("unknown column 'viscosit'; did you mean viscosity?", "--x", "viscosit", "--y", "cost");
        assertComplaint(
                "lambda must be a value that a run has (0.0, 2.0), was 7",
                "--x",
                "viscosity",
                "--y",
                "cost",
                "--where",
                "lambda=7");
        assertComplaint("status must be a number", "--x", "status", "--y", "cost");
        assertComplaint("--where must be NAME=VALUE", "--x", "viscosity", "--y", "cost", "--where", "lambda");
    }

    private static void assertComplaint(String message, String... options) {
        CommandRun run = plot(options);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSize(1);
    }

    private static CommandRun plot(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "plot";
        args[1] = folder.resolve("study").toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return CommandRun.of(args);
    }

    private static CommandRun query(String sql, String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "query";
        args[1] = sql;
        args[2] = folder.toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return CommandRun.of(args);
    }
}
