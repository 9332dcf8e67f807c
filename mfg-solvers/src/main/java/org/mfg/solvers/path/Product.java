package org.mfg.solvers.path;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The product of a matrix of steps x nodes with one of nodes x steps, of which most nodes may not matter. */
final class Product {
    /** Of the largest entry of the right matrix: far below round-off of the sum. */
    private static final double NEGLIGIBLE = 1e-25;

    private Product() {}

    /**
     * e_t · y_s for all t and s, row-major; four rows at a time, so that a row of y is loaded once for four.
     *
     * @param e by step and node
     * @param y by node and step
     */
    static double[] of(double[][] e, double[][] y) {
        int steps = e.length;
        int[] crowded = crowded(y);
        double[] product = new double[steps * steps];
        double[][] rows = new double[4][steps];
        double[] none = new double[y.length];
        for (int t = 0; t < steps; t += 4) {
            for (double[] row : rows) {
                Arrays.fill(row, 0);
            }
            double[] second = t + 1 < steps ? e[t + 1] : none;
            double[] third = t + 2 < steps ? e[t + 2] : none;
            double[] fourth = t + 3 < steps ? e[t + 3] : none;
            for (int i : crowded) {
                add(rows, y[i], e[t][i], second[i], third[i], fourth[i]);
            }
            for (int k = t; k < Math.min(t + 4, steps); k++) {
                System.arraycopy(rows[k - t], 0, product, k * steps, steps);
            }
        }
        return product;
    }

    /** The nodes that matter: where next to nobody is, nobody answers. */
    private static int[] crowded(double[][] y) {
        double[] largest = new double[y.length];
        double most = 0;
        for (int i = 0; i < y.length; i++) {
            for (double v : y[i]) {
                largest[i] = Math.max(largest[i], Math.abs(v));
            }
            most = Math.max(most, largest[i]);
        }
        double least = NEGLIGIBLE * most;
        return IntStream.range(0, y.length).filter(i -> largest[i] > least).toArray();
    }

    private static void add(double[][] rows, double[] y, double e0, double e1, double e2, double e3) {
        double[] r0 = rows[0];
        double[] r1 = rows[1];
        double[] r2 = rows[2];
        double[] r3 = rows[3];
        for (int s = 0; s < y.length; s++) {
            r0[s] += e0 * y[s];
            r1[s] += e1 * y[s];
            r2[s] += e2 * y[s];
            r3[s] += e3 * y[s];
        }
    }
}
