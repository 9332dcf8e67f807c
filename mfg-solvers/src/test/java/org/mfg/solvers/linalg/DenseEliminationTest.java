package org.mfg.solvers.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseEliminationTest {
    /** Sizes that the blocks of four pivots divide, and do not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 11, 30})
    void solvesAsAnotherFactorizationDoes(int n) {
        int columns = 3;
        Random random = new Random(n);
        RealMatrix a = new Array2DRowRealMatrix(n, n);
        RealMatrix b = new Array2DRowRealMatrix(n, columns);
        double[] matrix = new double[n * (n + columns)];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < n + columns; c++) {
                double entry = random.nextGaussian();
                matrix[i * (n + columns) + c] = entry;
                if (c < n) {
                    a.setEntry(i, c, entry);
                } else {
                    b.setEntry(i, c - n, entry);
                }
            }
        }
        new DenseElimination(n, columns).solve(matrix);

        RealMatrix x = new LUDecomposition(a).getSolver().solve(b);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < columns; c++) {
                assertThat(matrix[i * (n + columns) + n + c]).isCloseTo(x.getEntry(i, c), within(1e-9));
            }
        }
    }
}
