package org.mfg.output.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

class SolutionNpzTest {
    @TempDir
    Path folder;

    @Test
    void arraysInOneDimensionComeBackBitForBit() throws IOException {
        Equilibrium e = equilibrium(Grid.of(Domain.interval(-1, 2), 7), new TimeGrid(0.3, 11));
        Path file = folder.resolve("solution.npz");
        SolutionNpz.write(file, e);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("x.npy", "t.npy", "u.npy", "m.npy");
            assertThat(read(zip, "x", "(7,)")).containsExactly(e.grid().coordinates(0));
            assertThat(read(zip, "t", "(12,)"))
                    .startsWith(0.0, e.time().time(1))
                    .endsWith(0.3);
            assertThat(read(zip, "u", "(12, 7,)")).containsExactly(e.u());
            assertThat(read(zip, "m", "(12, 7,)")).containsExactly(e.m());
        }
    }

    @Test
    void arraysInTwoDimensionsAreLongerThanTheBuffer() throws IOException {
        Domain domain = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1));
        Equilibrium e = equilibrium(Grid.of(domain, 31, 37), new TimeGrid(1, 20));
        Path file = folder.resolve("solution.npz");
        SolutionNpz.write(file, e);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(read(zip, "y", "(37,)")).containsExactly(e.grid().coordinates(1));
            assertThat(read(zip, "u", "(21, 31, 37,)")).containsExactly(e.u());
            assertThat(read(zip, "m", "(21, 31, 37,)")).containsExactly(e.m());
        }
    }

    @Test
    void theSameEquilibriumGivesTheSameBytes() throws IOException {
        Equilibrium e = equilibrium(Grid.of(Domain.interval(0, 1), 5), new TimeGrid(1, 4));
        SolutionNpz.write(folder.resolve("a.npz"), e);
        SolutionNpz.write(folder.resolve("b.npz"), e);

        assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aFailureLeavesNothingBehind() throws IOException {
        Equilibrium e = equilibrium(Grid.of(Domain.interval(0, 1), 5), new TimeGrid(1, 4));
        Path inTheWay = Files.createDirectories(folder.resolve("solution.npz/not-empty"));

        assertThatThrownBy(() -> SolutionNpz.write(folder.resolve("solution.npz"), e))
                .isInstanceOf(IOException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        assertThat(inTheWay).exists();
    }

    @Test
    void numpyReadsIt() throws IOException, InterruptedException {
        assumeTrue(python("import numpy") == 0, "python3 with numpy is not installed");
        Domain domain = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));
        Equilibrium e = equilibrium(Grid.of(domain, 4, 5), new TimeGrid(1, 2));
        Path file = folder.resolve("solution.npz");
        SolutionNpz.write(file, e);

        String script = "import numpy as np; a = np.load(r'" + file + "');"
                + "assert sorted(a.files) == ['m', 't', 'u', 'x', 'y'], a.files;"
                + "assert a['u'].shape == (3, 4, 5) and a['u'].dtype == np.float64;"
                + "assert a['u'][2, 3, 4] == " + e.u()[59] + " and a['m'][1, 0, 2] == " + e.m()[22];
        assertThat(python(script)).isZero();
    }

    private static int python(String script) throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", script)
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static Equilibrium equilibrium(Grid grid, TimeGrid time) {
        int size = grid.size() * time.levels();
        double[] u = new Random(1).doubles(size, -1, 1).toArray();
        double[] m = new Random(2).doubles(size, 0, 4).toArray();
        Iteration last = new Iteration(0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
        MeanFieldGame game = MeanFieldGame.builder("made up")
                .domain(grid.domain())
                .horizon(1)
                .viscosity(0.1)
                .hamiltonian(new QuadraticHamiltonian())
                .initialDensity(x -> 1)
                .build();
        return new Equilibrium(game, grid, time, u, m, Status.CONVERGED, "", List.of(last));
    }

    /** Reads one array by the letter of the format's description: magic, version, header length, header, values. */
    private static double[] read(ZipFile zip, String name, String shape) throws IOException {
        ZipEntry entry = zip.getEntry(name + ".npy");
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        ByteBuffer bytes =
                ByteBuffer.wrap(zip.getInputStream(entry).readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        bytes.get(magic);
        assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
        byte[] header = new byte[bytes.getShort()];
        bytes.get(header);
        assertThat(bytes.position() % 64).isZero();
        assertThat(new String(header, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }")
                .endsWith("\n");
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }
}
