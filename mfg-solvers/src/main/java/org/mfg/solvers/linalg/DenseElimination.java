package org.mfg.solvers.linalg;

/**
 * Gaussian elimination with partial pivoting for dense systems A X = B of n equations and many right-hand sides, stored as one matrix [A B], row-major.
 * Four pivots are eliminated at a time, so that each pass over the rows does four times the work for what it loads: memory is what limits it.
 *
 * <p>Cost: 2/3 n³ + 2 n² columns operations. An instance owns its work arrays: one thread at a time.
 */
public final class DenseElimination {
    private static final int BLOCK = 4;

    private final int n;
    private final int width;
    /** The rows being subtracted: read from arrays of their own, so that the loop runs in vectors. */
    private final double[][] rows;

    /** For n equations and a number of right-hand sides. */
    public DenseElimination(int n, int columns) {
        this.n = n;
        width = n + columns;
        rows = new double[BLOCK][width];
    }

    /** Overwrites B with A⁻¹ B, and A with its factors. Where A is singular the result has entries that are not finite. */
    public void solve(double[] matrix) {
        for (int k = 0; k < n; k += BLOCK) {
            int end = Math.min(n, k + BLOCK);
            factorizePanel(matrix, k, end);
            for (int i = k + 1; i < end; i++) {
                for (int p = k; p < i; p++) {
                    subtract(matrix[i * width + p], matrix, p, end, i);
                }
            }
            load(matrix, k, end, end);
            for (int i = end; i < n; i++) {
                subtractLoaded(matrix, i * width + k, end - k, end, i);
            }
        }
        for (int k = (n - 1) / BLOCK * BLOCK; k >= 0; k -= BLOCK) {
            int end = Math.min(n, k + BLOCK);
            for (int i = end - 1; i >= k; i--) {
                for (int p = i + 1; p < end; p++) {
                    subtract(matrix[i * width + p], matrix, p, n, i);
                }
                divide(matrix, i);
            }
            load(matrix, k, end, n);
            for (int i = 0; i < k; i++) {
                subtractLoaded(matrix, i * width + k, end - k, n, i);
            }
        }
    }

    /** Chooses the pivots of the columns from ... end - 1 and eliminates them within these columns. */
    private void factorizePanel(double[] matrix, int from, int end) {
        for (int p = from; p < end; p++) {
            int pivot = p;
            for (int i = p + 1; i < n; i++) {
                if (Math.abs(matrix[i * width + p]) > Math.abs(matrix[pivot * width + p])) {
                    pivot = i;
                }
            }
            if (pivot != p) {
                swap(matrix, pivot, p);
            }
            double inverse = 1 / matrix[p * width + p];
            for (int i = p + 1; i < n; i++) {
                double factor = matrix[i * width + p] * inverse;
                matrix[i * width + p] = factor;
                for (int c = p + 1; c < end; c++) {
                    matrix[i * width + c] -= factor * matrix[p * width + c];
                }
            }
        }
    }

    private void swap(double[] matrix, int one, int other) {
        System.arraycopy(matrix, one * width, rows[0], 0, width);
        System.arraycopy(matrix, other * width, matrix, one * width, width);
        System.arraycopy(rows[0], 0, matrix, other * width, width);
    }

    private void divide(double[] matrix, int i) {
        double inverse = 1 / matrix[i * width + i];
        for (int c = i * width + n; c < (i + 1) * width; c++) {
            matrix[c] *= inverse;
        }
    }

    private void load(double[] matrix, int from, int end, int column) {
        for (int p = from; p < end; p++) {
            System.arraycopy(matrix, p * width + column, rows[p - from], column, width - column);
        }
    }

    /** Row i less a factor of row p, from a column on. */
    private void subtract(double factor, double[] matrix, int p, int column, int i) {
        for (int c = column; c < width; c++) {
            matrix[i * width + c] -= factor * matrix[p * width + c];
        }
    }

    /** Row i less the loaded rows, from a column on; their factors begin at {@code at}. */
    private void subtractLoaded(double[] matrix, int at, int count, int column, int i) {
        int row = i * width;
        if (count < BLOCK) {
            for (int p = 0; p < count; p++) {
                double[] loaded = rows[p];
                double factor = matrix[at + p];
                for (int c = column; c < width; c++) {
                    matrix[row + c] -= factor * loaded[c];
                }
            }
            return;
        }
        subtractFour(matrix, at, row, column);
    }

    private void subtractFour(double[] matrix, int at, int row, int column) {
        double[] r0 = rows[0];
        double[] r1 = rows[1];
        double[] r2 = rows[2];
        double[] r3 = rows[3];
        double f0 = matrix[at];
        double f1 = matrix[at + 1];
        double f2 = matrix[at + 2];
        double f3 = matrix[at + 3];
        for (int c = column; c < width; c++) {
            matrix[row + c] -= f0 * r0[c] + f1 * r1[c] + f2 * r2[c] + f3 * r3[c];
        }
    }
}
