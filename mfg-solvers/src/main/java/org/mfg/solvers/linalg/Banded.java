package org.mfg.solvers.linalg;

/**
 * LU factorisation of the matrices of a line on which each place has a number of states: node i = place * states + state is
 * linked to i ± states and to the other states of its place. Without pivoting, as for {@link Tridiagonal}; fill-in stays in the band.
 *
 * <p>Memory: 2 states + 1 numbers a node and slice; a factorisation takes about 2 states² operations a node.
 */
public final class Banded implements SliceSystems {
    private final int n;
    private final int states;
    private final int[] distances;
    private final int width;

    /** By node: the row of L left of the diagonal, the inverse of the pivot, the row of U right of it. */
    private final double[] band;

    /**
     * @param n the nodes of a slice, places times states
     * @param jumps the links between states, of which there are two or more
     */
    public Banded(int slices, int n, Jumps jumps) {
        this.n = n;
        states = jumps.states();
        distances = jumps.distances();
        width = 2 * states + 1;
        band = new double[Math.multiplyExact(Math.multiplyExact(slices, n), width)];
    }

    /** The index of the entry (row i, column j). */
    private int at(int slice, int i, int j) {
        return (slice * n + i) * width + states + j - i;
    }

    @Override
    public void factorize(int slice, StencilMatrix matrix) {
        load(slice, matrix);
        for (int i = 0; i < n; i++) {
            int diagonal = at(slice, i, i);
            band[diagonal] = 1 / band[diagonal];
            int last = Math.min(n - 1, i + states);
            for (int k = i + 1; k <= last; k++) {
                double factor = band[at(slice, k, i)] * band[diagonal];
                band[at(slice, k, i)] = factor;
                for (int j = i + 1; j <= last; j++) {
                    band[at(slice, k, j)] -= factor * band[diagonal + j - i];
                }
            }
        }
    }

    private void load(int slice, StencilMatrix matrix) {
        for (int i = 0; i < n; i++) {
            int diagonal = at(slice, i, i);
            for (int j = -states; j <= states; j++) {
                band[diagonal + j] = 0;
            }
            band[diagonal] = matrix.diagonal[i];
            band[diagonal - states] += matrix.off[0][i];
            band[diagonal + states] += matrix.off[1][i];
            int state = i % states;
            for (int s = 0; s < distances.length; s++) {
                int to = (state + distances[s]) % states;
                band[diagonal + to - state] += matrix.off[2 + s][i];
            }
        }
    }

    @Override
    public void solve(int slice, double[] b, int offset) {
        for (int i = 0; i < n; i++) {
            double sum = b[offset + i];
            for (int j = Math.max(0, i - states); j < i; j++) {
                sum -= band[at(slice, i, j)] * b[offset + j];
            }
            b[offset + i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[offset + i];
            for (int j = Math.min(n - 1, i + states); j > i; j--) {
                sum -= band[at(slice, i, j)] * b[offset + j];
            }
            b[offset + i] = sum * band[at(slice, i, i)];
        }
    }

    @Override
    public void solveTransposed(int slice, double[] b, int offset) {
        for (int i = 0; i < n; i++) {
            double y = b[offset + i] * band[at(slice, i, i)];
            b[offset + i] = y;
            for (int j = Math.min(n - 1, i + states); j > i; j--) {
                b[offset + j] -= band[at(slice, i, j)] * y;
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double x = b[offset + i];
            for (int j = Math.max(0, i - states); j < i; j++) {
                b[offset + j] -= band[at(slice, i, j)] * x;
            }
        }
    }
}
