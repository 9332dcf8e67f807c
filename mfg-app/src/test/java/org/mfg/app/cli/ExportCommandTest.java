package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.app.CommandRun;
import org.mfg.output.npz.NpzFile;

class ExportCommandTest {
    @TempDir
    Path folder;

    private void solve(String... game) {
        String[] args = new String[game.length + 5];
        args[0] = "run";
        System.arraycopy(game, 0, args, 1, game.length);
        args[game.length + 1] = "--no-figures";
        args[game.length + 2] = "--no-report";
        args[game.length + 3] = "--out";
        args[game.length + 4] = folder.toString();
        assertThat(CommandRun.of(args).code()).isZero();
    }

    private CommandRun export(String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "export";
        args[1] = folder.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return CommandRun.of(args);
    }

    /** The header by the specification of the classic format, read apart from what wrote it. */
    private static Map<String, double[]> netcdf(ByteBuffer file, Map<String, String> dimensionsOf) {
        byte[] magic = new byte[4];
        file.get(magic);
        assertThat(magic).containsExactly('C', 'D', 'F', 2);
        assertThat(file.getInt()).isZero();
        assertThat(file.getInt()).isEqualTo(10);
        String[] names = new String[file.getInt()];
        int[] lengths = new int[names.length];
        for (int k = 0; k < names.length; k++) {
            names[k] = text(file);
            lengths[k] = file.getInt();
        }
        attributes(file);
        assertThat(file.getInt()).isEqualTo(11);
        Map<String, double[]> variables = new LinkedHashMap<>();
        for (int left = file.getInt(); left > 0; left--) {
            String name = text(file);
            int size = 1;
            StringBuilder over = new StringBuilder();
            for (int d = file.getInt(); d > 0; d--) {
                int dimension = file.getInt();
                size *= lengths[dimension];
                over.append(names[dimension]).append(' ');
            }
            attributes(file);
            assertThat(file.getInt()).isEqualTo(6);
            assertThat(file.getInt()).isEqualTo(8 * size);
            int begin = (int) file.getLong();
            double[] values = new double[size];
            file.duplicate().position(begin).asDoubleBuffer().get(values);
            variables.put(name, values);
            dimensionsOf.put(name, over.toString().strip());
        }
        return variables;
    }

    private static void attributes(ByteBuffer file) {
        assertThat(file.getInt()).isEqualTo(12);
        for (int left = file.getInt(); left > 0; left--) {
            text(file);
            assertThat(file.getInt()).isEqualTo(2);
            text(file);
        }
    }

    private static String text(ByteBuffer file) {
        byte[] bytes = new byte[file.getInt()];
        file.get(bytes);
        file.position(file.position() + (4 - bytes.length % 4) % 4);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static final Pattern ARRAY =
            Pattern.compile("<DataArray type=\"Float64\" Name=\"([^\"]+)\" format=\"appended\" offset=\"(\\d+)\"/>");

    private static Map<String, double[]> vtk(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("<AppendedData encoding=\"raw\">\n_") + "<AppendedData encoding=\"raw\">\n_".length();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, double[]> arrays = new HashMap<>();
        Matcher m = ARRAY.matcher(text);
        while (m.find()) {
            file.position(begin + Integer.parseInt(m.group(2)));
            double[] values = new double[(int) (file.getLong() / 8)];
            file.asDoubleBuffer().get(values);
            arrays.put(m.group(1), values);
        }
        return arrays;
    }

    @ParameterizedTest
    @CsvSource({"tutorial, t x", "tutorial-2d, t x y", "ergodic-potential, x", "segregation, t x population"})
    void netcdfHasEveryFieldWithItsAxesBitForBit(String game, String axes) throws IOException {
        if (axes.startsWith("t")) {
            solve(game, "--nx", "14", "--nt", "6", "--max-iterations", "200");
        } else {
            solve(game, "--nx", "14");
        }
        CommandRun run = export("--to", "netcdf");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("wrote " + folder + ": solution.nc");
        Map<String, String> over = new HashMap<>();
        Map<String, double[]> found = netcdf(ByteBuffer.wrap(Files.readAllBytes(folder.resolve("solution.nc"))), over);
        assertThat(over).containsEntry("u", axes).containsEntry("m", axes);
        try (NpzFile npz = NpzFile.open(folder.resolve("solution.npz"))) {
            for (String name : found.keySet()) {
                assertThat(found.get(name))
                        .as(name)
                        .containsExactly(npz.array(name).values());
            }
        }
    }

    @Test
    void vtkHasAGridForEachTimeOfAGameInThePlane() throws IOException {
        solve("tutorial-2d", "--nx", "12", "--ny", "13", "--nt", "6");
        CommandRun run = export("--to", "vtk");

        assertThat(run.out()).contains("solution.pvd");
        assertThat(folder.resolve("vtk").toFile().list()).hasSize(8);
        try (NpzFile npz = NpzFile.open(folder.resolve("solution.npz"))) {
            double[] m = npz.array("m").values();
            Map<String, double[]> last = vtk(folder.resolve("vtk/solution-00006.vtr"));
            double[] shown = last.get("m");
            assertThat(shown).hasSize(12 * 13);
            for (int k = 0; k < shown.length; k++) {
                assertThat(shown[k]).as("x the fastest").isEqualTo(m[(6 * 12 + k % 12) * 13 + k / 12]);
            }
            assertThat(last.get("y")).containsExactly(npz.array("y").values());
        }
    }

    @Test
    void vtkHasOneGridOfTimeAndSpaceOfAGameOnALine() throws IOException {
        solve("tutorial", "--nx", "14", "--nt", "6");
        assertThat(export().code()).isZero();
        Map<String, double[]> grid = vtk(folder.resolve("vtk/solution.vtr"));
        try (NpzFile npz = NpzFile.open(folder.resolve("solution.npz"))) {
            assertThat(grid.get("u")).containsExactly(npz.array("u").values());
        }
        assertThat(grid).containsKeys("t", "x", "m");
    }

    /** VTK itself, where it is: Debian's python3-vtk9. */
    @ParameterizedTest
    @ValueSource(strings = {"tutorial", "tutorial-2d", "crowd-aversion --dimension 3"})
    void vtkReadsTheSameNumbersAtTheSamePlaces(String game) throws Exception {
        assumeTrue(python("-c", "import numpy, vtkmodules") == 0, "skipped: no VTK for Python (python3-vtk9)");
        List<String> args = new ArrayList<>(List.of(game.split(" ")));
        args.addAll(List.of("--nx", "9", "--nt", "6"));
        solve(args.toArray(new String[0]));
        assertThat(export("--to", "vtk").code()).isZero();
        Path script = folder.resolve("vtk.py");
        try (InputStream in = ExportCommandTest.class.getResourceAsStream("vtk.py")) {
            Files.copy(in, script);
        }
        int code = python(script.toString(), folder.toString());
        assertThat(code).as(Files.readString(folder.resolve("python.log"))).isZero();
    }

    private int python(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3"));
        command.addAll(List.of(args));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("python.log").toFile())
                    .start()
                    .waitFor();
        } catch (IOException none) {
            return -1;
        }
    }

    @Test
    void whatIsWrongIsOneLine() throws IOException {
        assertThat(export().err())
                .startsWith("mfg: summary must be a file that exists")
                .hasLineCount(1);
        solve("tutorial", "--nx", "14", "--nt", "6");
        assertThat(export("--to", "hdf5").err())
                .startsWith("mfg: to must be netcdf, vtk or both joined by a comma, was 'hdf5'")
                .hasLineCount(1);
        Files.delete(folder.resolve("solution.npz"));
        CommandRun run = export();
        assertThat(run.err())
                .startsWith("mfg: solution must be a file that exists")
                .hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
    }
}
