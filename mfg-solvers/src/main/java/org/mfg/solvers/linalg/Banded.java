package org.mfg.solvers.linalg;

import java.util.Arrays;

/**
 * LU factorisation of the matrices of grids on which a node's links reach no farther than a band in the flat index: a line with states, or a
 * plane with one short axis. Without pivoting, as for {@link Tridiagonal}; fill-in stays in the band.
 *
 * <p>Different slices may be factorised at the same time.
 *
 * <p>Memory: 2 band + 1 numbers a node and slice, allocated when a slice is first factorised; a factorisation takes about 2 band² operations a node.
 */
public final class Banded implements SliceSystems {
    private final int n;
    private final int reach;
    private final int width;
    private final int[][] neighbour;
    private final int length;

    /** By node: the row of L left of the diagonal, the inverse of the pivot, the row of U right of it. */
    private double[] band = new double[0];

    /**
     * @param n the nodes of a slice
     * @param reach the largest |i - j| of a link from i to j
     * @param neighbour by side and node, the node itself where there is none
     */
    public Banded(int slices, int n, int reach, int[][] neighbour) {
        this.n = n;
        this.reach = reach;
        this.neighbour = neighbour;
        width = 2 * reach + 1;
        length = Math.multiplyExact(Math.multiplyExact(slices, n), width);
    }

    /** The index of the entry (row i, column j). */
    private int at(int slice, int i, int j) {
        return (slice * n + i) * width + reach + j - i;
    }

    @Override
    public void factorize(int slice, StencilMatrix matrix) {
        double[] band = allocated();
        load(slice, matrix, band);
        // The row of U being subtracted: read from an array of its own, so that the loop runs in vectors.
        double[] row = new double[reach + 1];
        for (int i = 0; i < n; i++) {
            int pivot = at(slice, i, i);
            double inverse = 1 / band[pivot];
            band[pivot] = inverse;
            int last = Math.min(n - 1, i + reach);
            System.arraycopy(band, pivot, row, 0, last - i + 1);
            for (int k = i + 1; k <= last; k++) {
                int entry = at(slice, k, i);
                double factor = band[entry] * inverse;
                band[entry] = factor;
                if (factor != 0) {
                    for (int j = 1; j <= last - i; j++) {
                        band[entry + j] -= factor * row[j];
                    }
                }
            }
        }
    }

    private synchronized double[] allocated() {
        if (band.length == 0) {
            band = new double[length];
        }
        return band;
    }

    private void load(int slice, StencilMatrix matrix, double[] band) {
        Arrays.fill(band, slice * n * width, (slice + 1) * n * width, 0);
        for (int i = 0; i < n; i++) {
            int diagonal = at(slice, i, i);
            band[diagonal] = matrix.diagonal[i];
            for (int side = 0; side < neighbour.length; side++) {
                int j = neighbour[side][i];
                if (j != i) {
                    band[diagonal + j - i] += matrix.off[side][i];
                }
            }
        }
    }

    @Override
    public void solve(int slice, double[] b, int offset) {
        for (int i = 0; i < n; i++) {
            double sum = b[offset + i];
            for (int j = Math.max(0, i - reach); j < i; j++) {
                sum -= band[at(slice, i, j)] * b[offset + j];
            }
            b[offset + i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[offset + i];
            for (int j = Math.min(n - 1, i + reach); j > i; j--) {
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
            for (int j = Math.min(n - 1, i + reach); j > i; j--) {
                b[offset + j] -= band[at(slice, i, j)] * y;
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double x = b[offset + i];
            for (int j = Math.max(0, i - reach); j < i; j++) {
                b[offset + j] -= band[at(slice, i, j)] * x;
            }
        }
    }
}
