package org.mfg.solvers.linalg;

import java.util.Arrays;

/**
 * The eigenvectors of the second difference along an even axis, -Δ_h φ = κ φ: cosines between walls, cosines and sines on a periodic
 * axis. They are orthogonal in the axis's quadrature weights. Values at the nodes become coefficients and back by products with dense
 * matrices (the fast diagonalisation of Lynch, Rice and Thomas 1964), which beat a fast transform up to some hundred nodes and know no bad numbers of
 * nodes. Cost: n for each value.
 */
public final class AxisModes {
    private final int n;
    private final double[] eigenvalues;
    /** Row i has what the value at node i adds to each coefficient. */
    private final double[] analysis;
    /** Row k has what coefficient k adds to the value at each node. */
    private final double[] synthesis;

    private AxisModes(int n) {
        this.n = n;
        eigenvalues = new double[n];
        analysis = new double[n * n];
        synthesis = new double[n * n];
    }

    /**
     * Those of n nodes at the spacing h with a wall at each end, where the cells are half as wide: cos(π k i/(n - 1)).
     */
    public static AxisModes betweenWalls(int n, double h) {
        AxisModes modes = new AxisModes(n);
        for (int k = 0; k < n; k++) {
            boolean isEnd = k == 0 || k == n - 1;
            modes.eigenvalues[k] = (2 - 2 * Math.cos(Math.PI * k / (n - 1))) / (h * h);
            for (int i = 0; i < n; i++) {
                // The angle is reduced as a whole number, or its rounding would grow with k i.
                double value = Math.cos(Math.PI * ((long) k * i % (2L * (n - 1))) / (n - 1));
                boolean isWall = i == 0 || i == n - 1;
                modes.set(k, i, value, (isWall ? 1 : 2) * (isEnd ? 0.5 : 1) / (n - 1));
            }
        }
        return modes;
    }

    /** Those of n nodes at the spacing h of a periodic axis: cos(2π k i/n) and sin(2π k i/n). */
    public static AxisModes periodic(int n, double h) {
        AxisModes modes = new AxisModes(n);
        for (int k = 0; k < n; k++) {
            int frequency = (k + 1) / 2;
            boolean isCosine = k % 2 == 1 || k == 0;
            boolean isAlone = frequency == 0 || 2 * frequency == n;
            modes.eigenvalues[k] = (2 - 2 * Math.cos(2 * Math.PI * frequency / n)) / (h * h);
            for (int i = 0; i < n; i++) {
                double angle = 2 * Math.PI * ((long) frequency * i % n) / n;
                modes.set(k, i, isCosine ? Math.cos(angle) : Math.sin(angle), (isAlone ? 1.0 : 2.0) / n);
            }
        }
        return modes;
    }

    private void set(int k, int i, double value, double factor) {
        synthesis[k * n + i] = value;
        analysis[i * n + k] = factor * value;
    }

    /** The number of nodes. */
    public int size() {
        return n;
    }

    /** The eigenvalue κ >= 0 of mode k. */
    public double eigenvalue(int k) {
        return eigenvalues[k];
    }

    /**
     * Writes the coefficients of the values along the axis.
     *
     * @param values blocks of n rows of {@code inner} entries; those from block {@code first} to {@code last - 1} are transformed
     * @param inner the distance between neighbours on the axis
     */
    public void analyse(double[] values, int first, int last, int inner, double[] coefficients) {
        multiply(analysis, values, first, last, inner, coefficients);
    }

    /** Writes the values of the coefficients, as {@link #analyse} in the other direction. */
    public void synthesise(double[] coefficients, int first, int last, int inner, double[] values) {
        multiply(synthesis, coefficients, first, last, inner, values);
    }

    private void multiply(double[] matrix, double[] in, int first, int last, int inner, double[] out) {
        for (int block = first; block < last; block++) {
            int at = block * n * inner;
            Arrays.fill(out, at, at + n * inner, 0);
            if (inner == 1) {
                for (int i = 0; i < n; i++) {
                    addRow(in[at + i], matrix, i * n, out, at, n);
                }
            } else {
                for (int k = 0; k < n; k++) {
                    for (int i = 0; i < n; i++) {
                        addRow(matrix[i * n + k], in, at + i * inner, out, at + k * inner, inner);
                    }
                }
            }
        }
    }

    /** Bound by the memory of the first two caches: the matrix goes through them once for each row of values. */
    private static void addRow(double factor, double[] row, int rowAt, double[] out, int at, int count) {
        for (int k = 0; k < count; k++) {
            out[at + k] += factor * row[rowAt + k];
        }
    }
}
