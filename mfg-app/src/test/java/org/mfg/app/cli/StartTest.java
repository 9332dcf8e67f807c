package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

/** {@code mfg run --start}. */
class StartTest {
    @TempDir
    Path folder;

    @Test
    void fromTheSolutionItselfNothingIsLeftToDo() {
        solve("a", "tutorial", "20");

        CommandRun again = solve("b", "tutorial", "20", "--start", solution());

        assertThat(again.err()).isEmpty();
        assertThat(again.out()).containsPattern("status +CONVERGED").containsPattern("iterations +0 ");
        assertThat(folder.resolve("b/solution.npz")).hasSameBinaryContentAs(folder.resolve("a/solution.npz"));
    }

    @Test
    void onAFinerGridItIsANearerStartThanTheSolversOwn() {
        solve("a", "tutorial", "20");

        CommandRun near = solve("b", "tutorial", "40", "--levels", "0", "--start", solution());
        CommandRun far = solve("c", "tutorial", "40", "--levels", "0");

        assertThat(near.out()).containsPattern("status +CONVERGED");
        assertThat(residualOfTheStart("b")).isLessThan(0.5 * residualOfTheStart("c"));
        assertThat(far.out()).containsPattern("status +CONVERGED");
    }

    @Test
    void aStartOfAnotherHorizonOrOtherAxesIsAnErrorThatNamesBoth() {
        solve("a", "tutorial", "20");

        assertThat(solve("b", "tutorial", "20", "--horizon", "2", "--start", solution())
                        .err())
                .startsWith("mfg: start must be of the same domain and horizon: its nodes of time lie from 0.0 to 1.0,")
                .contains("from 0.0 to 2.0")
                .contains(solution());
        assertThat(solve("b", "tutorial-2d", "20", "--start", solution()).err())
                .startsWith(
                        "mfg: start must be the solution.npz of a game with the same axes and a horizon: it has no y");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void whatIsNoSolutionIsAnError() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no zip");

        assertThat(solve("b", "tutorial", "20", "--start", text.toString()).err())
                .startsWith("mfg: start must be the solution.npz");
        assertThat(solve(
                                "b",
                                "tutorial",
                                "20",
                                "--start",
                                folder.resolve("none").toString())
                        .err())
                .startsWith("mfg: start cannot be read:");
    }

    @Test
    void aStationaryGameStartsFromItsSolutionErgodicOrDiscounted() {
        for (String game : List.of("ergodic-potential", "discounted-potential")) {
            solveStationary("a", game, "50");

            CommandRun again = solveStationary("b", game, "50", "--start", solution());
            CommandRun finer = solveStationary("c", game, "100", "--levels", "0", "--start", solution());

            assertThat(again.err()).isEmpty();
            assertThat(again.out()).containsPattern("status +CONVERGED").containsPattern("iterations +0 ");
            assertThat(finer.out()).containsPattern("status +CONVERGED");
            solveStationary("d", game, "100", "--levels", "0");
            assertThat(residualOfTheStart("c")).isLessThan(0.5 * residualOfTheStart("d"));
        }
        assertThat(solve("e", "tutorial", "20", "--start", solution()).err()).startsWith("mfg: start must be");
    }

    @Test
    void aNumberThatIsNotFiniteIsAnErrorWithItsArrayAndPlace() throws IOException {
        solve("a", "tutorial", "20");
        for (String array : List.of("u", "m")) {
            for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
                assertComplaint(
                        spoiled(array, 25, value),
                        array + " of start must be finite everywhere, was " + value + " at number 25");
            }
        }
        assertComplaint(spoiled("x", 3, Double.NaN), "number 3 is NaN for ");
        assertComplaint(spoiled("x", 3, 0.9), "start must be of the same domain and horizon: its nodes of axis x");
        assertComplaint(spoiled("t", 0, Double.NaN), "its nodes of time lie from NaN to 1.0");
    }

    /** A quarter of a gigabyte of zeros, or more promised than there is. */
    @Test
    void anArchiveIsNotUnpackedBeyondWhatItsHeadersPromiseAndTheGameAsksFor() throws IOException {
        solve("a", "tutorial", "20");
        long before = allocated();
        Path bomb = folder.resolve("bomb.npz");
        npz(bomb, "u", header("(21, 20)"), 1L << 28);
        assertComplaint(bomb, "u must hold the values of its shape, [21, 20], and holds more than that");
        npz(bomb, "u", header("(21, 2000000000)"), 1L << 20);
        assertComplaint(bomb, "u must have at most 2147483639 values");
        npz(bomb, "x", header("(268435456,)"), 1L << 20);
        assertComplaint(bomb, "x must hold the values of its shape, [268435456], and holds less than that");
        npz(bomb, "x", "x".repeat(100).getBytes(StandardCharsets.ISO_8859_1), 1L << 28);
        assertComplaint(bomb, "x must be a file in NumPy's format .npy");
        assertThat(allocated() - before).isLessThan(1L << 28);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static byte[] header(String shape) {
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        text += " ".repeat(117 - text.length()) + "\n";
        return ("\u0093NUMPY\1\0v\0" + text).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The solution with other bytes in the place of one array: a header and zeros. */
    private void npz(Path file, String array, byte[] header, long zeros) throws IOException {
        byte[] nothing = new byte[1 << 16];
        try (ZipFile old = new ZipFile(solution());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(old.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(array + ".npy")) {
                    zip.write(header);
                    for (long k = 0; k < zeros; k += nothing.length) {
                        zip.write(nothing);
                    }
                } else {
                    zip.write(old.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private Path spoiled(String array, int index, double value) throws IOException {
        Path file = folder.resolve("spoiled.npz");
        try (ZipFile old = new ZipFile(solution());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(old.entries())) {
                byte[] bytes = old.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(array + ".npy")) {
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(128 + 8 * index, value);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(bytes);
            }
        }
        return file;
    }

    private void assertComplaint(Path start, String message) {
        CommandRun run = solve("b", "tutorial", "20", "--start", start.toString());
        assertThat(run.err()).startsWith("mfg: ").contains(message).contains("(" + start + ")");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(folder.resolve("b")).doesNotExist();
    }

    private CommandRun solveStationary(String out, String game, String nodes, String... more) {
        List<String> args = new ArrayList<>(List.of("run", game, "--nx", nodes, "--no-figures", "--no-report"));
        args.addAll(List.of("--out", folder.resolve(out).toString()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(new String[0]));
    }

    private String solution() {
        return folder.resolve("a/solution.npz").toString();
    }

    private double residualOfTheStart(String out) {
        try {
            String first = Files.readAllLines(folder.resolve(out).resolve("convergence.csv"))
                    .get(1);
            return Double.parseDouble(first.split(",")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandRun solve(String out, String game, String nodes, String... more) {
        List<String> args = new ArrayList<>(List.of("run", game, "--nx", nodes, "--nt", nodes, "--no-figures"));
        args.addAll(List.of("--no-report", "--out", folder.resolve(out).toString()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(new String[0]));
    }
}
