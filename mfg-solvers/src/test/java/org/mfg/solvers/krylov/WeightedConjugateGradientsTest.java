package org.mfg.solvers.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.mfg.solvers.parallel.Workers;

/** x + N W x = b with N = B Bᵀ/n and diagonal weights W, some of them 0, against a dense factorisation. */
class WeightedConjugateGradientsTest {

    @Property(tries = 50)
    void solvesWhatDenseLuSolves(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll int seed) {
        Random random = new Random(seed);
        double[] weights = random.doubles(n).map(w -> Math.max(0, w - 0.2)).toArray();
        double[] b = random.doubles(n, -1, 1).toArray();
        RealMatrix factor = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            factor.setRow(i, random.doubles(n, -1, 1).toArray());
        }
        RealMatrix k = factor.multiply(factor.transpose())
                .multiply(MatrixUtils.createRealDiagonalMatrix(weights))
                .scalarMultiply(-1.0 / n);
        double[] x = new double[n];
        int steps = new WeightedConjugateGradients(weights, Workers.of(1)).solve(operator(k), b, x, 1e-12, 10 * n);
        // Entries without a weight are what the others make of them.
        double[] found =
                new ArrayRealVector(k.operate(x)).add(new ArrayRealVector(b)).toArray();
        double[] exact = new LUDecomposition(
                        MatrixUtils.createRealIdentityMatrix(n).subtract(k))
                .getSolver()
                .solve(new ArrayRealVector(b))
                .toArray();
        assertThat(found).containsExactly(exact, within(1e-10));
        assertThat(steps).isLessThanOrEqualTo(n + 5);
    }

    @Test
    void leavesWhatIsNotPositiveDefinite() {
        RealMatrix k = MatrixUtils.createRealDiagonalMatrix(new double[] {2, 3});
        double[] x = new double[2];
        int steps = new WeightedConjugateGradients(new double[] {1, 1}, Workers.of(1))
                .solve(operator(k), new double[] {1, 1}, x, 1e-12, 100);
        assertThat(steps).isEqualTo(1);
        assertThat(x).containsExactly(0, 0);
    }

    private static LinearOperator operator(RealMatrix k) {
        return (x, y) -> System.arraycopy(k.operate(x), 0, y, 0, y.length);
    }
}
