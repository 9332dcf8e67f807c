package org.mfg.solvers.agents;

import java.util.Arrays;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;

/** The cells between the nodes of one axis, even or graded. Of a periodic axis the last cell ends at the first node again. */
final class AxisCells {
    private final int count;
    private final double lower;
    private final double spacing;
    private final double inverseSpacing;
    /** The nodes of a graded axis; of an even one none. */
    private final double[] nodes;

    private AxisCells(Grid grid, int k) {
        Axis axis = grid.domain().axis(k);
        count = axis.isPeriodic() ? grid.nodes(k) : grid.nodes(k) - 1;
        lower = axis.lower();
        spacing = grid.spacing(k);
        inverseSpacing = 1 / spacing;
        nodes = axis.isEven() ? new double[0] : grid.coordinates(k);
    }

    /** Those of axis k. */
    static AxisCells of(Grid grid, int k) {
        return new AxisCells(grid, k);
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The cell of a coordinate; of one beyond the ends the nearest. */
    int at(double x) {
        int cell = nodes.length == 0 ? (int) ((x - lower) * inverseSpacing) : below(x);
        return Math.max(0, Math.min(cell, count - 1));
    }

    private int below(double x) {
        int found = Arrays.binarySearch(nodes, x);
        return found < 0 ? -found - 2 : found;
    }

    /** The part of a cell's width that lies below a coordinate in it. */
    double fraction(double x, int cell) {
        return nodes.length == 0
                ? (x - lower) * inverseSpacing - cell
                : (x - nodes[cell]) / (nodes[cell + 1] - nodes[cell]);
    }

    /** The coordinate at a part of a cell's width: the inverse of {@link #fraction}. */
    double coordinate(int cell, double fraction) {
        return nodes.length == 0
                ? lower + (cell + fraction) * spacing
                : nodes[cell] + fraction * (nodes[cell + 1] - nodes[cell]);
    }

    /** The width of a cell. */
    double width(int cell) {
        return nodes.length == 0 ? spacing : nodes[cell + 1] - nodes[cell];
    }
}
