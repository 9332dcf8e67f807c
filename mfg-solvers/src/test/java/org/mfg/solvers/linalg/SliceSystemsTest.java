package org.mfg.solvers.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The tridiagonal kernels against a dense LU factorisation with pivoting. */
class SliceSystemsTest {
    /** The matrices have condition numbers below 10, so that both solvers are exact to a few hundred units of round-off. */
    private static final double ROUND_OFF = 1e-13;

    private static final int SLICES = 3;

    @Property(tries = 100)
    void solvesWhatDenseLuSolves(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll int seed) {
        compare(new Tridiagonal(SLICES, n), n, false, seed);
    }

    @Property(tries = 100)
    void onARingSolvesWhatDenseLuSolves(@ForAll @IntRange(min = 3, max = 40) int n, @ForAll int seed) {
        compare(new CyclicTridiagonal(SLICES, n), n, true, seed);
    }

    @Property(tries = 20)
    void aSliceMayBeFactorisedAgain(@ForAll @IntRange(min = 3, max = 40) int n, @ForAll int seed) {
        CyclicTridiagonal used = new CyclicTridiagonal(SLICES, n);
        compare(used, n, true, seed);
        compare(used, n, true, seed + 1);
    }

    /** Factorises all slices before it solves the first, so that one that spoils another is noticed. */
    private static void compare(SliceSystems systems, int n, boolean cyclic, int seed) {
        Random random = new Random(seed);
        RealMatrix[] dense = new RealMatrix[SLICES];
        for (int slice = 0; slice < SLICES; slice++) {
            StencilMatrix matrix = dominant(n, cyclic, random);
            dense[slice] = dense(matrix, n);
            systems.factorize(slice, matrix);
        }
        for (int slice = 0; slice < SLICES; slice++) {
            double[] b = random.doubles(n, -1, 1).toArray();
            int offset = 2;
            double[] padded = padded(b, offset);
            systems.solve(slice, padded, offset);
            assertSolution(padded, offset, solve(dense[slice], b));
            padded = padded(b, offset);
            systems.solveTransposed(slice, padded, offset);
            assertSolution(padded, offset, solve(dense[slice].transpose(), b));
        }
    }

    /** Off-diagonals of both signs, each diagonal at least 1.25 times the sum of its row and of its column. */
    private static StencilMatrix dominant(int n, boolean cyclic, Random random) {
        StencilMatrix matrix = new StencilMatrix(n, 2);
        for (int i = 0; i < n; i++) {
            matrix.off[0][i] = cyclic || i > 0 ? 2 * random.nextDouble() - 1 : 0;
            matrix.off[1][i] = cyclic || i < n - 1 ? 2 * random.nextDouble() - 1 : 0;
        }
        for (int i = 0; i < n; i++) {
            double row = Math.abs(matrix.off[0][i]) + Math.abs(matrix.off[1][i]);
            double column = Math.abs(matrix.off[1][(i + n - 1) % n]) + Math.abs(matrix.off[0][(i + 1) % n]);
            matrix.diagonal[i] = 1.25 * Math.max(row, column) + 0.5 + random.nextDouble();
        }
        return matrix;
    }

    private static RealMatrix dense(StencilMatrix matrix, int n) {
        RealMatrix dense = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            dense.addToEntry(i, i, matrix.diagonal[i]);
            dense.addToEntry(i, (i + n - 1) % n, matrix.off[0][i]);
            dense.addToEntry(i, (i + 1) % n, matrix.off[1][i]);
        }
        return dense;
    }

    private static double[] solve(RealMatrix a, double[] b) {
        return new LUDecomposition(a).getSolver().solve(new ArrayRealVector(b)).toArray();
    }

    private static double[] padded(double[] b, int offset) {
        double[] padded = new double[b.length + 2 * offset];
        Arrays.fill(padded, 7);
        System.arraycopy(b, 0, padded, offset, b.length);
        return padded;
    }

    private static void assertSolution(double[] padded, int offset, double[] expected) {
        for (int i = 0; i < padded.length; i++) {
            boolean inside = i >= offset && i < padded.length - offset;
            assertThat(padded[i]).isCloseTo(inside ? expected[i - offset] : 7, within(ROUND_OFF));
        }
    }
}
