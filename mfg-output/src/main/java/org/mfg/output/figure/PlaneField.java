package org.mfg.output.figure;

import java.util.Arrays;

/**
 * A function of two space coordinates at one time, at the nodes. A periodic axis is closed: its first node is repeated
 * at the upper end. Inside obstacles the values are NaN.
 *
 * @param x the positions on the first axis
 * @param y the positions on the second axis
 * @param values values[i][j] at x[i] and y[j]
 */
record PlaneField(double[] x, double[] y, double[][] values) {

    /** One level of a flat field in the plane of a grid. */
    static PlaneField of(Plane plane, double[] field, int level) {
        double[] x = plane.positions(0);
        double[] y = plane.positions(1);
        double[][] values = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                int node = plane.node(i, j);
                boolean wall = plane.grid().isWall(node);
                values[i][j] = wall ? Double.NaN : field[level * plane.grid().size() + node];
            }
        }
        return new PlaneField(x, y, values);
    }

    /** All values, row after row. */
    double[] flat() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * The value at a part a of the way along the first axis and b along the second: the bilinear mean of those corners of
     * the cell that have values, so that an obstacle does not stain the cells around it. NaN where the nearest node has
     * no value.
     */
    double at(double a, double b) {
        double row = index(x, a);
        double column = index(y, b);
        return Scale.isDrawable(values[(int) Math.round(row)][(int) Math.round(column)])
                ? mean(row, column)
                : Double.NaN;
    }

    /** The fractional index among nodes of what lies at a part of the way from the first to the last. */
    static double index(double[] nodes, double part) {
        int last = nodes.length - 1;
        double at = nodes[0] + part * (nodes[last] - nodes[0]);
        int found = Arrays.binarySearch(nodes, at);
        int below = Math.max(0, Math.min(found < 0 ? -found - 2 : found, last - 1));
        double fraction = (at - nodes[below]) / (nodes[below + 1] - nodes[below]);
        return below + Math.max(0, Math.min(1, fraction));
    }

    private double mean(double row, double column) {
        int i = Math.min((int) row, x.length - 2);
        int j = Math.min((int) column, y.length - 2);
        double sum = 0;
        double weights = 0;
        for (int corner = 0; corner < 4; corner++) {
            double value = values[i + corner / 2][j + corner % 2];
            double weight = Math.abs(1 - corner / 2 - (row - i)) * Math.abs(1 - corner % 2 - (column - j));
            if (Scale.isDrawable(value)) {
                sum += weight * value;
                weights += weight;
            }
        }
        return sum / weights;
    }

    /**
     * The values at (columns + 1) by (rows + 1) equidistant places, for level lines: they go on into the cells on the edge of
     * an obstacle, which hides their ends.
     */
    double[][] resampled(int columns, int rows) {
        double[][] fine = new double[columns + 1][rows + 1];
        for (int i = 0; i <= columns; i++) {
            for (int j = 0; j <= rows; j++) {
                fine[i][j] = mean(index(x, (double) i / columns), index(y, (double) j / rows));
            }
        }
        return fine;
    }
}
