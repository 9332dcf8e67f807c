package org.mfg.solvers.linalg;

/**
 * Thomas factorisation S = LU of the tridiagonal matrices of several slices, without pivoting (they are diagonally
 * dominant M-matrices).
 *
 * <p>What limits a solve is the latency of its two recurrences, so each is a single fused multiply-add per node: the factors are
 * stored as l_i/d_{i-1}, 1/d_i and u_i/d_i, which serve the transposed system too.
 */
public final class Tridiagonal implements SliceSystems {
    private final int n;
    private final double[] lower;
    private final double[] inverse;
    private final double[] upper;

    /** Room for the given number of slices of n nodes. */
    public Tridiagonal(int slices, int n) {
        this.n = n;
        lower = new double[slices * n];
        inverse = new double[slices * n];
        upper = new double[slices * n];
    }

    @Override
    public void factorize(int slice, StencilMatrix matrix) {
        factorize(slice * n, n, matrix, lower, inverse, upper);
    }

    @Override
    public void solve(int slice, double[] b, int offset) {
        solve(slice * n, n, lower, inverse, upper, b, offset);
    }

    @Override
    public void solveTransposed(int slice, double[] b, int offset) {
        solveTransposed(slice * n, n, lower, inverse, upper, b, offset);
    }

    /** Factorises the leading {@code count} rows and columns into the factor arrays from index {@code at}. */
    static void factorize(int at, int count, StencilMatrix matrix, double[] lower, double[] inverse, double[] upper) {
        double[] a = matrix.off[0];
        double[] b = matrix.diagonal;
        double[] c = matrix.off[1];
        double r = 1 / b[0];
        inverse[at] = r;
        upper[at] = c[0] * r;
        for (int i = 1; i < count; i++) {
            lower[at + i] = a[i] * r;
            r = 1 / Math.fma(-a[i], upper[at + i - 1], b[i]);
            inverse[at + i] = r;
            upper[at + i] = c[i] * r;
        }
    }

    static void solve(int at, int count, double[] lower, double[] inverse, double[] upper, double[] b, int offset) {
        double y = b[offset];
        for (int i = 1; i < count; i++) {
            y = Math.fma(-lower[at + i], y, b[offset + i]);
            b[offset + i] = y;
        }
        double x = y * inverse[at + count - 1];
        b[offset + count - 1] = x;
        for (int i = count - 2; i >= 0; i--) {
            x = Math.fma(-upper[at + i], x, b[offset + i] * inverse[at + i]);
            b[offset + i] = x;
        }
    }

    static void solveTransposed(
            int at, int count, double[] lower, double[] inverse, double[] upper, double[] b, int offset) {
        double z = b[offset];
        for (int i = 1; i < count; i++) {
            z = Math.fma(-upper[at + i - 1], z, b[offset + i]);
            b[offset + i] = z;
        }
        double y = z * inverse[at + count - 1];
        b[offset + count - 1] = y;
        for (int i = count - 2; i >= 0; i--) {
            y = Math.fma(-lower[at + i + 1], y, b[offset + i] * inverse[at + i]);
            b[offset + i] = y;
        }
    }
}
