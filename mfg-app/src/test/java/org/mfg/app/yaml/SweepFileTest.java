package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

/** A mistake in a sweep file is one line with file and line, exit code 2, and nothing is run or written. */
class SweepFileTest {
    @TempDir
    Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void paths() {
        file = folder.resolve("study.yaml");
        out = folder.resolve("out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            viscosty: [0.1]                              | unknown parameter 'viscosty'; did you mean viscosity?
            viscosity: [0.1, -1]                         | viscosity must be >= 0, was -1 (FILE:4)
            viscosity: [0.1, a]                          | viscosity must be a number, was a (FILE:4)
            viscosity: [0.1, 0.10]                       | viscosity must have different values, was 0.1 twice (FILE:4)
            viscosity: []                                | viscosity must have at least one value, was an empty list (FILE:4)
            viscosity: 0.1                               | viscosity must be a list of values or a range, was '0.1' (FILE:4)
            viscosity:                                   | viscosity must be a list of values or a range, was empty (FILE:4)
            viscosity: {log: [1, 0.1], count: 3}         | viscosity must have a range from a lower to a higher end, was [1.0, 0.1] (FILE:4)
            viscosity: {range: [1, 1], count: 3}         | viscosity must have a range from a lower to a higher end, was [1.0, 1.0] (FILE:4)
            viscosity: {log: [0, 1], count: 3}           | viscosity must have a log range of ends > 0, was 0.0 (FILE:4)
            viscosity: {range: [-1, 1], count: 3}        | viscosity must be >= 0, was -1 (FILE:4)
            viscosity: {range: [0, 1]}                   | count is missing (FILE:4)
            viscosity: {range: [0, 1], count: 1}         | count must be >= 2 and <= 1000000, was 1 (FILE:4)
            viscosity: {range: [0, 1], count: 1e9}       | count must be >= 2 and <= 1000000, was 1e9 (FILE:4)
            viscosity: {range: [0, 1], count: 1e6}       | vary must make at most 1000000 runs, was 2000000 or more (FILE:5)
            viscosity: {range: [0, 1, 2], count: 3}      | range must be a list of a lower and an upper end, was a list (FILE:4)
            viscosity: {rnge: [0, 1], count: 3}          | unknown key of a range 'rnge'; did you mean range?
            viscosity: {count: 3}                        | viscosity must have one of range and log, was a map (FILE:4)
            lambda: [2]                                  | lambda is given twice, first at FILE:4 (FILE:5)
            ny: [20]                                     | ny must not be given: the domain of the game has dimension 1 (FILE:4)
            nx: [20, 2]                                  | nx must be >= 3
            {nodes: [10], nx: [20]}                      | nx must not be given beside nodes, the nodes of every axis (FILE:3)
            nx: {range: [3, 5], count: 7}                | nx must have different values, was 3 twice (FILE:4)
            solver.name: [newton, newtom]                | solver.name must be one of
            solver.name: newton                          | solver.name must be a list, was 'newton' (FILE:4)
            solver.relaxation: [0.1]                     | unknown parameter 'solver.relaxation'
            solver.continuation: {range: [0, 1], count: 2} | solver.continuation must be a list of values, was a map (FILE:4)
            discretization.name: [downwind]              | discretization.name must be one of
            """)
    void inVaryIsOneLineWithItsPlace(String line, String message) throws IOException {
        String vary = line.startsWith("{") ? " " + line + "\n" : "\n  " + line + "\n  lambda: [0, 1]\n";
        Files.writeString(file, "game: tutorial\ngrid: {nodes: 20}\nvary:" + vary);

        assertComplaint(message.replace("FILE", file.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            vari: {}                                     | unknown key 'vari'; did you mean vary?
            sample: {sobol: 8}                           | count must not be given where the range is sampled, was '3' (FILE:2)
            sample: {sobol: 8, random: 8}                | sample must have one of sobol and random, with the number of points, was a map (FILE:3)
            sample: {sobl: 8}                            | unknown key of sample 'sobl'; did you mean sobol?
            sample: {sobol: 0}                           | points must be >= 1 and <= 1000000, was 0 (FILE:3)
            quantities: [men(T)]                         | unknown quantity 'men(T)'; did you mean mean(T)?
            quantities: [cost, cost]                     | quantities must be asked for once, was 'cost' (FILE:3)
            quantities: cost                             | quantities must be a list, was 'cost' (FILE:3)
            warm-start: lambda                           | unknown setting to start warm along 'lambda'
            zip: [viscosity, lambda]                     | unknown list to zip 'lambda' (known: viscosity) (FILE:3)
            zip: [viscosity, viscosity]                  | zip must name each setting once, was 'viscosity' (FILE:3)
            grid: {nodes: 1}                             | nodes must be >= 3
            solver: {name: newtom}                       | unknown solver 'newtom'; did you mean newton?
            solver: {name: newton, tolerance: 0}         | tolerance must be > 0, was 0 (FILE:3)
            """)
    void elsewhereIsOneLineWithItsPlace(String line, String message) throws IOException {
        Files.writeString(file, "game: tutorial\nvary: {viscosity: {log: [0.1, 1], count: 3}}\n" + line + "\n");

        assertComplaint(message.replace("FILE", file.toString()));
    }

    @Test
    void whatMovesTogetherHasAsManyValues() throws IOException {
        Files.writeString(file, "game: tutorial\nvary: {nx: [10, 20, 40], nt: [10, 20]}\nzip: [nx, nt]\n");
        assertComplaint("zip must name settings with as many values each, was 3, 2 (" + file + ":3)");
    }

    @Test
    void aSampleNeedsARange() throws IOException {
        Files.writeString(file, "game: tutorial\nvary: {lambda: [0, 1]}\nsample: {sobol: 8}\n");
        assertComplaint("sobol must come with a range to sample from in vary, was '8' (" + file + ":3)");
    }

    @Test
    void aSweepVariesSomething() throws IOException {
        Files.writeString(file, "game: tutorial\n");
        assertComplaint("vary is missing (" + file + ":1)");
        Files.writeString(file, "game: tutorial\nvary: {}\n");
        assertComplaint("vary must have something to vary, was a map (" + file + ":2)");
    }

    @Test
    void aParameterMustBeOneOfAllTheSolvers() throws IOException {
        Files.writeString(file, """
                game: tutorial
                vary:
                  solver.name: [picard, newton]
                  solver.relaxation: [0.1, 0.5]
                """);
        assertComplaint("unknown parameter 'solver.relaxation'");
    }

    @Test
    void bombsAreRefusedAtOnce() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        IntStream.range(1, 60)
                .forEach(k -> bomb.append("a" + k + ": &a" + k + " [*a" + (k - 1) + ", *a" + (k - 1) + "]\n"));
        Files.writeString(file, bomb + "vary: {lambda: *a59}\n");
        assertComplaint("malformed YAML: Number of aliases");
        Files.writeString(file, "game: tutorial\nvary: &v {lambda: *v}\n");
        assertComplaint("(" + file + ":2)");
    }

    @Test
    void filesAndFoldersThatCannotBeUsedAreFoundFirst() throws IOException {
        assertComplaint("sweep file must exist, was " + file);
        Files.writeString(file, "game: tutorial\nvary: {lambda: [0, 1]}\n");
        Files.writeString(out, "precious");
        CommandRun run = CommandRun.of("sweep", file.toString(), "--out", out.toString());
        assertThat(run.err()).contains("out must be a folder that can be written to, was " + out);
        assertThat(run.code()).isEqualTo(2);
        assertThat(out).hasContent("precious");
        assertThat(CommandRun.of("sweep", file.toString(), "--workers", "0").err())
                .contains("--workers must be >= 1 and <= 1024, was 0");
        assertThat(CommandRun.of("sweep").err()).contains("SWEEP.yaml must be given");
        assertThat(CommandRun.of("sweep", file.toString(), "--resum").err()).contains("did you mean --resume?");
    }

    private void assertComplaint(String message) {
        CommandRun run = CommandRun.of("sweep", file.toString(), "--out", out.toString());
        assertThat(run.err()).startsWith("mfg: ").contains(message).contains(file.toString());
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }
}
