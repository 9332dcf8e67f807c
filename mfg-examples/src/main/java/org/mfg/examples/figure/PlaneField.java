package org.mfg.examples.figure;

import java.util.Arrays;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;

/**
 * A function of two space coordinates at one time, at the nodes. A periodic axis is closed: its first node is repeated
 * at the upper end. Inside obstacles the values are NaN.
 *
 * @param x the positions on the first axis
 * @param y the positions on the second axis
 * @param values values[i][j] at x[i] and y[j]
 */
record PlaneField(double[] x, double[] y, double[][] values) {

    /** One level of a flat field on a grid of two axes. */
    static PlaneField of(Grid grid, double[] field, int level) {
        double[] x = closed(grid, 0);
        double[] y = closed(grid, 1);
        double[][] values = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                int node = i % grid.nodes(0) * grid.nodes(1) + j % grid.nodes(1);
                values[i][j] = grid.isWall(node) ? Double.NaN : field[level * grid.size() + node];
            }
        }
        return new PlaneField(x, y, values);
    }

    private static double[] closed(Grid grid, int k) {
        Axis axis = grid.domain().axis(k);
        double[] nodes = grid.coordinates(k);
        if (!axis.isPeriodic()) {
            return nodes;
        }
        double[] closed = Arrays.copyOf(nodes, nodes.length + 1);
        closed[nodes.length] = axis.upper();
        return closed;
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
        double row = a * (x.length - 1);
        double column = b * (y.length - 1);
        if (!Scale.isDrawable(values[(int) Math.round(row)][(int) Math.round(column)])) {
            return Double.NaN;
        }
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
}
