package org.mfg.solvers.linalg;

/**
 * Tridiagonal systems on a ring. The last node is eliminated: with S = [T p; qᵀ s], T tridiagonal, the vectors T⁻¹p and
 * T⁻ᵀq are stored, so that a solve costs one tridiagonal solve, a dot product and an update.
 */
public final class CyclicTridiagonal implements SliceSystems {
    private final int n;
    private final double[] lower;
    private final double[] inverse;
    private final double[] upper;
    private final double[] column;
    private final double[] row;
    private final double[] schur;

    /** Room for the given number of slices of n >= 3 nodes. */
    public CyclicTridiagonal(int slices, int n) {
        this.n = n;
        lower = new double[slices * n];
        inverse = new double[slices * n];
        upper = new double[slices * n];
        column = new double[slices * n];
        row = new double[slices * n];
        schur = new double[slices];
    }

    @Override
    public void factorize(int slice, StencilMatrix matrix) {
        int at = slice * n;
        int last = n - 1;
        Tridiagonal.factorize(at, last, matrix, lower, inverse, upper);
        for (int i = 0; i < last; i++) {
            column[at + i] = 0;
            row[at + i] = 0;
        }
        double below = matrix.off[0][last];
        double above = matrix.off[1][last];
        column[at] = matrix.off[0][0];
        column[at + last - 1] = matrix.off[1][last - 1];
        row[at] = above;
        row[at + last - 1] = below;
        Tridiagonal.solve(at, last, lower, inverse, upper, column, at);
        Tridiagonal.solveTransposed(at, last, lower, inverse, upper, row, at);
        schur[slice] = matrix.diagonal[last] - above * column[at] - below * column[at + last - 1];
    }

    @Override
    public void solve(int slice, double[] b, int offset) {
        int at = slice * n;
        double x = eliminate(slice, row, b, offset);
        Tridiagonal.solve(at, n - 1, lower, inverse, upper, b, offset);
        subtract(x, column, at, b, offset);
    }

    @Override
    public void solveTransposed(int slice, double[] b, int offset) {
        int at = slice * n;
        double x = eliminate(slice, column, b, offset);
        Tridiagonal.solveTransposed(at, n - 1, lower, inverse, upper, b, offset);
        subtract(x, row, at, b, offset);
    }

    /** The last unknown, from the Schur complement; stored in its place. */
    private double eliminate(int slice, double[] against, double[] b, int offset) {
        int at = slice * n;
        double sum = b[offset + n - 1];
        for (int i = 0; i < n - 1; i++) {
            sum -= against[at + i] * b[offset + i];
        }
        double x = sum / schur[slice];
        b[offset + n - 1] = x;
        return x;
    }

    private void subtract(double x, double[] v, int at, double[] b, int offset) {
        for (int i = 0; i < n - 1; i++) {
            b[offset + i] -= x * v[at + i];
        }
    }
}
