package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

/** Fields from files, on 21 nodes of [0, 2] and 10 steps of [0, 1]. */
class DataFieldTest {
    private static final String FORMULA = "running-cost: x*(1+t)\nterminal-cost: x\ninitial-density: 1+x\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void paths() {
        file = folder.resolve("game.yaml");
    }

    /** Each field is linear in x and in t alone, so that interpolation from a coarse table makes no error but rounding. */
    @Test
    void tablesOfLinearFieldsGiveTheSolutionOfTheirFormulas() throws IOException {
        Files.writeString(folder.resolve("f.csv"), "t,x,f\n0,0,0\n0,0.5,0.5\n0,2,2\n1,0,0\n1,0.5,1\n1,2,4\n");
        Files.writeString(folder.resolve("g.csv"), "x,h,g\n0,7,0\n2,7,2\n");
        Files.writeString(folder.resolve("d.csv"), "x,d\n0,0.1\n2,0.1\n");

        solve("formula", FORMULA + "viscosity: 0.1\n");
        solve("data", """
                running-cost: {file: f.csv}
                terminal-cost: {file: g.csv, array: g}
                initial-density: {file: g.csv, array: g}
                viscosity: {file: d.csv}
                """, "--initial-density", "1+x");

        assertClose("formula", "data");
    }

    /** What a run wrote is read back: u as the terminal cost of another game, in both formats. */
    @Test
    void aSolutionIsDataForAnotherGame() throws IOException {
        solve("first", FORMULA + "viscosity: 0.1\n");
        String wide = "running-cost: {file: first/value.csv}\ninitial-density: 1\nviscosity: 0.1\n";
        String npz = "running-cost: {file: first/solution.npz, array: u}\ninitial-density: 1\nviscosity: 0.1\n";

        solve("wide", wide);
        solve("npz", npz);

        assertThat(folder.resolve("wide/solution.npz")).hasSameBinaryContentAs(folder.resolve("npz/solution.npz"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {file: none.csv}               | x,f                        | file must be a file that exists, was 'none.csv'
            {file: a.csv, aray: f}         | x,f                        | unknown key of a file of data 'aray'; did you mean array?
            {file: a.csv, array: g}        | x,f;0,1;2,1                | unknown column of the data 'g'; did you mean x? (known: x, f) (a.csv)
            {file: a.csv}                  | y,f;0,1;2,1                | unknown column of the data 'x'
            {file: a.csv}                  | x,f;0,1;2,NaN              | data must be finite everywhere, was NaN at node [1] (a.csv)
            {file: a.csv}                  | x,f;0,1;2,1d               | data must have a number in line 3, was '1d' (a.csv)
            {file: a.csv}                  | x,f;0,1;1,1                | x of the data must go over the whole of the axis, [0.0, 2.0], was [0.0, 1.0] (a.csv)
            {file: a.csv}                  | x,f;0,1;2,1;1,1            | data must have one row for each node, the last axis the fastest (a.csv)
            {file: a.csv}                  | x,f;0,1;2                  | data must be a table in CSV, was Record 3 has 1 fields, but first record had 2 fields (a.csv)
            {file: a.csv}                  | t,x,f;0,0,1;0,2,1;1,0,1;1,3,1 | x of the data must be 2.0 in line 5, as nodes of a grid in order, was 3.0 (a.csv)
            {file: game.yaml}              | x,f                        | file must be a .npz, .npy or .csv file, was 'game.yaml'
            """)
    void whatIsWrongWithDataIsOneLineWithFileAndPlace(String value, String table, String message) throws IOException {
        Files.writeString(folder.resolve("a.csv"), table.replace(';', '\n') + "\n");
        Files.writeString(file, game("viscosity: 0.1\ninitial-density: 1\nrunning-cost: " + value + "\n"));

        CommandRun run = run("out");

        assertThat(run.err()).startsWith("mfg: ").contains(message).contains("(" + file + ":");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aTimeWhereThereIsNoneAndAShapeThatDoesNotFitAreTold() throws IOException {
        solve("first", FORMULA + "viscosity: 0.1\n");
        Files.writeString(file, game("viscosity: 0.1\ninitial-density: {file: first/solution.npz, array: m}\n"));
        assertThat(run("out").err())
                .startsWith("mfg: data must have the axes x, and no t: this field has no time (first/solution.npz) ("
                        + file);
        Files.writeString(file, game("viscosity: 0.1\ninitial-density: {file: first/solution.npz}\n"));
        assertThat(run("out").err()).startsWith("mfg: array must be given, one of m, t, u, x, was missing");
        Files.writeString(
                file,
                game("viscosity: 0.1\ninitial-density: {file: first/solution.npz, array: m}\n")
                        .replace(
                                "  x: {lower: 0, upper: 2}",
                                "  a: {lower: 0, upper: 2}\n  b: {lower: 0, upper: 1}\n  c: {lower: 0, upper: 1}"));
        assertThat(run("out").err())
                .startsWith("mfg: data must have the axes a, b, c, perhaps with t before them, was of shape [11, 21]");
        Files.writeString(
                file,
                game("viscosity: 0.1\ninitial-density: {file: first/solution.npz, array: x}\n")
                        .replace("upper: 2", "upper: 3"));
        assertThat(run("out").err())
                .startsWith("mfg: x of the data must go over the whole of the axis, [0.0, 3.0], was [0.0, 2.0]");
    }

    private void assertClose(String one, String other) throws IOException {
        List<String> a = Files.readAllLines(folder.resolve(one + "/value.csv"));
        List<String> b = Files.readAllLines(folder.resolve(other + "/value.csv"));
        assertThat(a).hasSameSizeAs(b);
        for (int i = 0; i < a.size(); i++) {
            double[] numbers = numbers(a.get(i));
            double[] others = numbers(b.get(i));
            assertThat(numbers).usingComparatorWithPrecision(1e-7).containsExactly(others);
        }
    }

    private static double[] numbers(String line) {
        return java.util.Arrays.stream(line.replace("t", "0").split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String game(String fields) {
        return "domain:\n  x: {lower: 0, upper: 2}\nhorizon: 1\nhamiltonian: quadratic\ngrid: {nodes: 21, steps: 10}\n"
                + fields;
    }

    private void solve(String out, String fields, String... options) throws IOException {
        Files.writeString(file, game(fields));
        CommandRun run = run(out, options);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    private CommandRun run(String out, String... options) {
        List<String> args = new ArrayList<>(List.of("run", file.toString(), "--no-figures", "--out"));
        args.add(folder.resolve(out).toString());
        args.addAll(List.of(options));
        return CommandRun.of(args.toArray(new String[0]));
    }
}
