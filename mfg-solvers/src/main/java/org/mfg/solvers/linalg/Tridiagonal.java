package org.mfg.solvers.linalg;

/**
 * Factorisation of the tridiagonal matrices of several slices from both ends towards the middle (the "burn at both ends" of LINPACK, Dongarra et al.
 * 1979), without pivoting: they are diagonally dominant M-matrices.
 *
 * <p>What limits a solve is the latency of its recurrences, so each is a single fused multiply-add per node, and the two halves advance
 * together. Of a link between two nodes, that nearer to its end of the line is eliminated first, with the pivot d; stored are 1/d for each node, and both
 * coefficients of each link over the pivot of the node that is eliminated first. These serve the transposed system too.
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
        int last = count - 1;
        int middle = count / 2;
        double p = 0;
        double q = 0;
        double beforeP = 0;
        double beforeQ = 0;
        // Of an even number of nodes, one more lies before the middle than after it.
        for (int i = 0; i < last - middle; i++) {
            int j = last - i;
            lower[at + i] = a[i] * p;
            p = 1 / Math.fma(-a[i], beforeP, b[i]);
            inverse[at + i] = p;
            beforeP = c[i] * p;
            upper[at + i] = beforeP;
            upper[at + j] = c[j] * q;
            q = 1 / Math.fma(-c[j], beforeQ, b[j]);
            inverse[at + j] = q;
            beforeQ = a[j] * q;
            lower[at + j] = beforeQ;
        }
        for (int i = last - middle; i < middle; i++) {
            lower[at + i] = a[i] * p;
            p = 1 / Math.fma(-a[i], beforeP, b[i]);
            inverse[at + i] = p;
            beforeP = c[i] * p;
            upper[at + i] = beforeP;
        }
        lower[at + middle] = a[middle] * p;
        upper[at + middle] = c[middle] * q;
        inverse[at + middle] = 1 / (b[middle] - a[middle] * beforeP - c[middle] * beforeQ);
    }

    static void solve(int at, int count, double[] lower, double[] inverse, double[] upper, double[] b, int offset) {
        solve(count, lower, at, inverse, at, upper, at, b, offset);
    }

    /** In the transposed matrix, what links a node with the one before it stands with that one, as what links it with the one after it. */
    static void solveTransposed(
            int at, int count, double[] lower, double[] inverse, double[] upper, double[] b, int offset) {
        solve(count, upper, at - 1, inverse, at, lower, at + 1, b, offset);
    }

    /** Links of node i with the node before it in lower[lowerAt + i], and with the one after it in upper[upperAt + i]. */
    private static void solve(
            int count,
            double[] lower,
            int lowerAt,
            double[] inverse,
            int at,
            double[] upper,
            int upperAt,
            double[] b,
            int offset) {
        int middle = count / 2;
        int after = count - 1 - middle;
        // Of an even number of nodes, one more lies before the middle than after it.
        int end = offset + count - 1;
        eliminate(after, lower, lowerAt, upper, upperAt + count - 1, b, offset, end);
        for (int i = Math.max(1, after); i < middle; i++) {
            b[offset + i] = Math.fma(-lower[lowerAt + i], b[offset + i - 1], b[offset + i]);
        }
        double x = b[offset + middle];
        x = middle > 0 ? Math.fma(-lower[lowerAt + middle], b[offset + middle - 1], x) : x;
        x = after > 0 ? Math.fma(-upper[upperAt + middle], b[offset + middle + 1], x) : x;
        b[offset + middle] = x * inverse[at + middle];
        substitute(after, lower, lowerAt + middle, upper, upperAt + middle, inverse, at + middle, b, offset + middle);
        if (middle > after) {
            b[offset] = Math.fma(-upper[upperAt], b[offset + 1], b[offset] * inverse[at]);
        }
    }

    /** From both ends of b. */
    private static void eliminate(
            int count, double[] lower, int lowerAt, double[] upper, int upperEnd, double[] b, int begin, int end) {
        double p = b[begin];
        double q = b[end];
        for (int i = 1; i < count; i++) {
            p = Math.fma(-lower[lowerAt + i], p, b[begin + i]);
            q = Math.fma(-upper[upperEnd - i], q, b[end - i]);
            b[begin + i] = p;
            b[end - i] = q;
        }
    }

    /** From the middle of b, whose unknown is known; all offsets are those of the middle. */
    private static void substitute(
            int count,
            double[] lower,
            int lowerAt,
            double[] upper,
            int upperAt,
            double[] inverse,
            int inverseAt,
            double[] b,
            int at) {
        double p = b[at];
        double q = p;
        for (int i = 1; i <= count; i++) {
            p = Math.fma(-upper[upperAt - i], p, b[at - i] * inverse[inverseAt - i]);
            q = Math.fma(-lower[lowerAt + i], q, b[at + i] * inverse[inverseAt + i]);
            b[at - i] = p;
            b[at + i] = q;
        }
    }
}
