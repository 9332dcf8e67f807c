package org.mfg.output.figure;

import java.util.List;

/**
 * Values of two parameters as a table of colours.
 *
 * @param x the parameter of the columns, from the left
 * @param y the parameter of the rows, from below
 * @param valueLabel what the colours are
 * @param values values[row][column]; what is not a number is grey
 */
public record Cells(Side x, Side y, String valueLabel, double[][] values) {

    /**
     * The values of a parameter.
     *
     * @param label what it is
     * @param names its values as text
     * @param logarithms the decimal logarithms, in order, for a logarithmic axis; empty for cells of equal width
     */
    public record Side(String label, List<String> names, double[] logarithms) {
        /** Copies the names. */
        public Side {
            names = List.copyOf(names);
        }

        boolean isLogarithmic() {
            return logarithms.length > 1;
        }

        /** Where cells begin and end: halfway between their values. */
        double[] edges() {
            int n = names.size();
            double[] edges = new double[n + 1];
            for (int k = 0; k <= n; k++) {
                edges[k] = k - 0.5;
                if (isLogarithmic()) {
                    int left = Math.max(0, Math.min(n - 2, k - 1));
                    double half = 0.5 * (logarithms[left + 1] - logarithms[left]);
                    edges[k] = k == 0 ? logarithms[0] - half : logarithms[k - 1] + half;
                }
            }
            return edges;
        }
    }
}
