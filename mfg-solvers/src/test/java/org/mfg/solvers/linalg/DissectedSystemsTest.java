package org.mfg.solvers.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Elimination by nested dissection against a dense LU factorisation with pivoting, and masses against those of elimination in the band. */
class DissectedSystemsTest {

    @Property(tries = 60)
    void itSolvesWhatDenseLuSolves(
            @ForAll @IntRange(min = 1, max = 14) int slow,
            @ForAll @IntRange(min = 3, max = 11) int fast,
            @ForAll @IntRange(min = 1, max = 3) int states,
            @ForAll int seed) {
        RandomStencil stencil = stencil(seed, states, slow, fast);
        DissectedSystems systems =
                new DissectedSystems(1, new Dissection(new int[] {slow, fast}, states, stencil.neighbours));
        // What an earlier matrix has left must be gone.
        systems.factorize(0, stencil(seed + 1, states, slow, fast).matrix);
        systems.factorize(0, stencil.matrix);
        check(systems, stencil, seed);
    }

    @Property(tries = 10)
    void inSpaceToo(@ForAll @IntRange(min = 3, max = 7) int length, @ForAll int seed) {
        RandomStencil stencil = new RandomStencil(seed, 10, new int[] {length, 4, 5}, new boolean[3]);
        DissectedSystems systems =
                new DissectedSystems(1, new Dissection(new int[] {length, 4, 5}, 1, stencil.neighbours));
        systems.factorize(0, stencil.matrix);
        check(systems, stencil, seed);
    }

    private static void check(DissectedSystems systems, RandomStencil stencil, int seed) {
        double[] b = new Random(seed)
                .doubles(stencil.matrix.diagonal.length + 2, -1, 1)
                .toArray();
        double[] x = b.clone();
        systems.solve(0, x, 1);
        assertSame(x, stencil.dense, b);
        x = b.clone();
        systems.solveTransposed(0, x, 1);
        assertSame(x, stencil.dense.transpose(), b);
    }

    private static void assertSame(double[] x, RealMatrix a, double[] b) {
        int n = x.length - 2;
        double[] expected = new LUDecomposition(a)
                .getSolver()
                .solve(new ArrayRealVector(Arrays.copyOfRange(b, 1, n + 1)))
                .toArray();
        for (int i = 0; i < n; i++) {
            assertThat(x[i + 1]).isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
        }
        assertThat(x[0]).isEqualTo(b[0]);
        assertThat(x[n + 1]).isEqualTo(b[n + 1]);
    }

    private static RandomStencil stencil(int seed, int states, int slow, int fast) {
        return states == 1
                ? new RandomStencil(seed, 10, new int[] {slow, fast}, new boolean[2])
                : new RandomStencil(
                        seed,
                        10,
                        new int[] {slow, fast, states},
                        new boolean[3],
                        new Jumps(states, states == 2 ? new int[] {1} : new int[] {1, 2}, false));
    }

    /** Rates of a wild range, so that masses are as far apart as they may be: each is the same, relative to itself. */
    @Property(tries = 60)
    void massesAreThoseOfEliminationInTheBand(
            @ForAll @IntRange(min = 3, max = 14) int slow,
            @ForAll @IntRange(min = 3, max = 11) int fast,
            @ForAll int seed) {
        RandomStencil stencil = stencil(seed, 2, slow, fast);
        Random random = new Random(seed);
        for (double[] side : stencil.matrix.off) {
            for (int i = 0; i < side.length; i++) {
                side[i] *= Math.pow(10, 12 * random.nextDouble());
            }
        }
        int n = stencil.matrix.diagonal.length;
        double[][] certain = new double[stencil.matrix.off.length][n];
        for (int side = 0; side < certain.length; side++) {
            for (int i = 0; i < n; i++) {
                certain[side][i] = -stencil.matrix.off[side][i];
            }
        }
        double[] expected = new double[n];
        double[] masses = new double[n];
        int classes = new MarkovChain(n, 2 * fast)
                .stationaryMasses(stencil.matrix, stencil.neighbours, certain, new boolean[n], expected);
        MarkovChain chain = new MarkovChain(new Dissection(new int[] {slow, fast}, 2, stencil.neighbours));
        assertThat(chain.stationaryMasses(stencil.matrix, stencil.neighbours, certain, new boolean[n], masses))
                .isEqualTo(classes);
        for (int i = 0; i < n; i++) {
            assertThat(masses[i]).isCloseTo(expected[i], within(1e-12 * expected[i]));
        }
    }

    /** The operations of a plane grow with the power 3/2 of its nodes, the numbers nearly as these; those of a band with the powers 2 and 3/2. */
    @Test
    void aPlaneTakesFewOperations() {
        Dissection small = plane(64);
        Dissection large = plane(128);
        assertThat(large.operations() / small.operations()).isBetween(7.0, 9.0);
        assertThat(large.numbers() / small.numbers()).isBetween(4.0, 5.5);
        assertThat(large.operations()).isLessThan(0.2 * 2 * Math.pow(128, 4));
    }

    private static Dissection plane(int length) {
        int[][] neighbour = new int[4][length * length];
        for (int i = 0; i < length * length; i++) {
            neighbour[0][i] = i >= length ? i - length : i;
            neighbour[1][i] = i < length * (length - 1) ? i + length : i;
            neighbour[2][i] = i % length > 0 ? i - 1 : i;
            neighbour[3][i] = i % length < length - 1 ? i + 1 : i;
        }
        return new Dissection(new int[] {length, length}, 1, neighbour);
    }
}
