package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.app.CommandRun;
import org.mfg.output.npz.NpzFile;

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

    /** A table on even nodes is an array without coordinates. */
    @Test
    void anArrayOnEvenNodesIsAField() throws IOException {
        Files.write(folder.resolve("m0.npy"), npy(new double[] {1, 2, 3}, 3));
        solve("formula", FORMULA + "viscosity: 0.1\n");
        solve("npy", FORMULA.replace("1+x", "{file: m0.npy}") + "viscosity: 0.1\n");
        assertClose("formula", "npy");
    }

    /** In the plane, each field bilinear and from a file of another kind: what is between coarse nodes is exact but for rounding. */
    @Test
    void fieldsInThePlaneGiveTheSolutionOfTheirFormulas() throws IOException {
        Files.write(folder.resolve("g.npy"), npy(new double[] {0, 1, 2, 1, 2, 3, 2, 3, 4}, 3, 3));
        Files.writeString(folder.resolve("m0.csv"), "x,y,m0\n0,0,1\n0,1,1\n0.5,0,1\n0.5,1,1.5\n2,0,1\n2,1,3\n");
        npz(
                "data.npz",
                Map.of(
                        "x", npy(new double[] {0, 2}, 2),
                        "y", npy(new double[] {0, 0.25, 1}, 3),
                        "t", npy(new double[] {0, 1}, 2),
                        "f", npy(new double[] {0, 0, 0, 0, 0.5, 2, 0, 0, 0, 0, 1, 4}, 2, 2, 3),
                        "d", npy(new double[] {0.1, 0.125, 0.2, 0.1, 0.125, 0.2}, 2, 3)));
        solveInThePlane("formula", """
                running-cost: x*y*(1+t)
                terminal-cost: x+2*y
                initial-density: 1+x*y
                viscosity: {x: 0.1, y: 0.1*(1+y)}
                """);
        solveInThePlane("data", """
                running-cost: {file: data.npz, array: f}
                terminal-cost: {file: g.npy}
                initial-density: {file: m0.csv}
                viscosity: {x: 0.1, y: {file: data.npz, array: d}}
                """);
        for (String field : List.of("u", "m")) {
            assertThat(array("data", field))
                    .usingComparatorWithPrecision(1e-7)
                    .containsExactly(array("formula", field));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            running-cost: {file: data.npz, array: x}            | data must have the axes x, y, perhaps with t before them, was of shape [2] (data.npz)
            running-cost: {file: data.npz, array: whole}        | data must have the axes x, y, perhaps with t before them, was of shape [1, 2, 2, 1]
            running-cost: {file: data.npz, array: long}         | y of the data must have the shape [3] of its axis, was [2] (data.npz)
            running-cost: {file: data.npz, array: late}         | t of the data must have the shape [3] of its axis, was [2] (data.npz)
            running-cost: {file: other.npz, array: f}           | data must come with the coordinates y, but the file has only
            running-cost: {file: line.npy}                      | data must have the axes x, y, perhaps with t before them, was of shape [4] (line.npy)
            running-cost: {file: line.npy, array: f}            | array must not be given: a .npy file has one
            running-cost: {file: short.npz, array: f}           | x of the data must go over the whole of the axis, [0.0, 2.0], was [0.0, 1.0] (short.npz)
            running-cost: {file: line.csv}                      | unknown column of the data 'y'
            terminal-cost: {file: data.npz, array: timed}       | data must have the axes x, y, and no t: this field has no time
            initial-density: {file: data.npz, array: debt}      | data must be >= 0 everywhere, was -0.5 at node [1, 0] (data.npz)
            initial-density: {file: debt.csv}                   | data must be >= 0 everywhere, was -2.0 at node [0, 1] (debt.csv)
            viscosity: {x: {file: data.npz, array: timed}, y: 1} | data must be >= 0 everywhere, was -1.0 at node [1, 0, 1] (data.npz)
            viscosity: {file: debt.csv}                         | data must be >= 0 everywhere, was -2.0 at node [0, 1] (debt.csv)
            """)
    void whatDoesNotFitInThePlaneIsOneLineWithFileAndPlace(String field, String message) throws IOException {
        byte[] two = npy(new double[] {0, 2}, 2);
        byte[] one = npy(new double[] {0, 1}, 2);
        byte[] four = npy(new double[4], 2, 2);
        npz(
                "data.npz",
                Map.of(
                        "x", two,
                        "y", one,
                        "t", one,
                        "whole", npy(new double[4], 1, 2, 2, 1),
                        "long", npy(new double[6], 2, 3),
                        "late", npy(new double[12], 3, 2, 2),
                        "debt", npy(new double[] {1, 1, -0.5, -1}, 2, 2),
                        "timed", npy(new double[] {1, 1, 1, 1, 1, -1, 1, 1}, 2, 2, 2)));
        npz("other.npz", Map.of("x", two, "z", one, "f", four));
        npz("short.npz", Map.of("x", one, "y", one, "f", four));
        Files.write(folder.resolve("line.npy"), npy(new double[4], 4));
        Files.writeString(folder.resolve("line.csv"), "x,f\n0,1\n2,1\n");
        Files.writeString(folder.resolve("debt.csv"), "x,y,f\n0,0,1\n0,1,-2\n2,0,1\n2,1,1\n");
        String name = field.replaceFirst(":.*", "");
        String others = "initial-density: 1\nviscosity: 0.1\n".replaceFirst(name + ": .*\n", "");
        Files.writeString(file, gameInThePlane(others + field + "\n"));

        CommandRun run = run("out");

        assertThat(run.err()).startsWith("mfg: ").contains(message).containsOnlyOnce("(" + file + ":");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"initial-density", "terminal-cost", "running-cost", "viscosity", "hamiltonian"})
    void aPackagedGameTakesNoFieldsFromItsFile(String key) throws IOException {
        Files.writeString(file, "game: tutorial\n" + key + ": {file: a.csv}\n");
        CommandRun run = run("out");
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "mfg: " + key + " must not be given beside game, which has its own: a game that is"
                                + " put together in the file has a hamiltonian instead (" + file + ":2)\n");
        assertThat(run.code()).isEqualTo(2);
    }

    /** NumPy's format, version 1.0. */
    private static byte[] npy(double[] values, int... shape) {
        String sizes = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + sizes + "), }";
        header += " ".repeat(127 - 10 - header.length()) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(128 + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }

    private void npz(String name, Map<String, byte[]> arrays) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        }
    }

    private double[] array(String out, String name) throws IOException {
        try (NpzFile solution = NpzFile.open(folder.resolve(out).resolve("solution.npz"))) {
            return solution.array(name).values();
        }
    }

    private static String gameInThePlane(String fields) {
        return game(fields)
                .replace("upper: 2}", "upper: 2}\n  y: {lower: 0, upper: 1}")
                .replace("nodes: 21, steps: 10", "nodes: [9, 7], steps: 4");
    }

    private void solveInThePlane(String out, String fields) throws IOException {
        Files.writeString(file, gameInThePlane(fields));
        CommandRun run = run(out);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
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
            {file: game.yaml}              | x,f                        | file must be a .npz, .npy or .csv file, was 'game.yaml' (
            {fil: a.csv}                   | x,f                        | unknown key of a file of data 'fil'; did you mean file?
            """)
    void whatIsWrongWithDataIsOneLineWithFileAndPlace(String value, String table, String message) throws IOException {
        Files.writeString(folder.resolve("a.csv"), table.replace(';', '\n') + "\n");
        Files.writeString(file, game("viscosity: 0.1\ninitial-density: 1\nrunning-cost: " + value + "\n"));

        CommandRun run = run("out");

        assertThat(run.err()).startsWith("mfg: ").contains(message).containsOnlyOnce("(" + file + ":");
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
