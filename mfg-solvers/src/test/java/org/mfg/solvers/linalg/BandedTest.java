package org.mfg.solvers.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Elimination in the band against a dense LU factorisation with pivoting. */
class BandedTest {
    private static final int SLICES = 2;

    @Property(tries = 100)
    void eliminationInTheBandSolvesWhatDenseLuSolves(
            @ForAll @IntRange(min = 3, max = 15) int places,
            @ForAll @IntRange(min = 2, max = 6) int states,
            @ForAll int seed) {
        int[] distances = IntStream.range(1, states)
                .filter(j -> (seed >> j & 1) == 1 || j == 1)
                .toArray();
        Jumps jumps = new Jumps(states, distances, false);
        Banded banded = null;
        RealMatrix[] dense = new RealMatrix[SLICES];
        for (int slice = 0; slice < SLICES; slice++) {
            RandomStencil stencil = new RandomStencil(
                    seed + slice, 10, new int[] {places, states}, new boolean[] {false, false}, jumps);
            dense[slice] = stencil.dense;
            banded = banded == null ? new Banded(SLICES, places * states, states, stencil.neighbours) : banded;
            banded.factorize(slice, stencil.matrix);
        }
        for (int slice = 0; slice < SLICES; slice++) {
            double[] b = new Random(seed).doubles(places * states, -1, 1).toArray();
            double[] x = b.clone();
            banded.solve(slice, x, 0);
            assertSame(x, dense[slice], b);
            x = b.clone();
            banded.solveTransposed(slice, x, 0);
            assertSame(x, dense[slice].transpose(), b);
        }
    }

    /** The second matrix has fewer links: what the first has left in the band must be gone. */
    @Property(tries = 20)
    void aSliceMayBeFactorisedAgain(@ForAll int seed) {
        RandomStencil stencil = new RandomStencil(seed, 10, new int[] {6, 4}, new boolean[2]);
        Banded banded = new Banded(1, 24, 4, stencil.neighbours);
        banded.factorize(0, stencil.matrix);
        StencilMatrix identity = new StencilMatrix(24, 4);
        Arrays.fill(identity.diagonal, 2);
        banded.factorize(0, identity);
        double[] x = new Random(seed).doubles(24, -1, 1).toArray();
        double[] b = x.clone();
        banded.solve(0, x, 0);
        for (int i = 0; i < 24; i++) {
            assertThat(x[i]).isEqualTo(b[i] / 2);
        }
    }

    /** A race would show in some of many slices, whose first has to make room for all. */
    @Test
    void slicesMayBeFactorisedAtTheSameTime() {
        int slices = 64;
        RandomStencil stencil = new RandomStencil(1, 10, new int[] {500, 4}, new boolean[2]);
        for (int round = 0; round < 10; round++) {
            Banded together = new Banded(slices, 2000, 4, stencil.neighbours);
            Banded alone = new Banded(slices, 2000, 4, stencil.neighbours);
            IntStream.range(0, slices).parallel().forEach(slice -> together.factorize(slice, stencil.matrix));
            for (int slice = 0; slice < slices; slice++) {
                alone.factorize(slice, stencil.matrix);
                double[] x = new Random(slice).doubles(2000, -1, 1).toArray();
                double[] expected = x.clone();
                together.solve(slice, x, 0);
                alone.solve(slice, expected, 0);
                assertThat(x).isEqualTo(expected);
            }
        }
    }

    private static void assertSame(double[] x, RealMatrix a, double[] b) {
        double[] expected =
                new LUDecomposition(a).getSolver().solve(new ArrayRealVector(b)).toArray();
        for (int i = 0; i < x.length; i++) {
            assertThat(x[i]).isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Property(tries = 50)
    void inThePlaneToo(
            @ForAll @IntRange(min = 3, max = 9) int slow,
            @ForAll @IntRange(min = 3, max = 7) int fast,
            @ForAll boolean isRing,
            @ForAll int seed) {
        RandomStencil stencil = new RandomStencil(seed, 10, new int[] {slow, fast}, new boolean[] {false, isRing});
        Banded banded = new Banded(1, slow * fast, fast, stencil.neighbours);
        banded.factorize(0, stencil.matrix);
        double[] b = new Random(seed).doubles(slow * fast, -1, 1).toArray();
        double[] x = b.clone();
        banded.solve(0, x, 0);
        assertSame(x, stencil.dense, b);
        x = b.clone();
        banded.solveTransposed(0, x, 0);
        assertSame(x, stencil.dense.transpose(), b);
    }
}
