package org.mfg.output.figure;

import java.util.Arrays;
import java.util.List;
import org.mfg.api.grid.Grid;

/**
 * The nodes on two axes that a picture shows: all, or those where a crowd is.
 *
 * @param column the nodes on the first axis
 * @param row the nodes on the second axis
 */
record PlaneWindow(Nodes column, Nodes row) {
    /** Beyond each end of a window is at most this part of a crowd. */
    private static final double BEYOND = 1e-3;

    /** A crowd that has this part of both axes is shown on all of them. */
    private static final double LARGE_PART = 0.5;

    private static final int FEWEST_NODES = 8;

    /** Consecutive nodes. */
    record Nodes(int first, int last) {
        int count() {
            return last - first + 1;
        }

        boolean contains(int index) {
            return index >= first && index <= last;
        }
    }

    static PlaneWindow all(Grid grid) {
        return new PlaneWindow(new Nodes(0, grid.nodes(0) - 1), new Nodes(0, grid.nodes(1) - 1));
    }

    /** Where nearly everybody of a density at one level is; all nodes if that is a large part of both axes, or where there are exits to be seen. */
    static PlaneWindow of(Grid grid, double[] density) {
        PlaneWindow part = new PlaneWindow(of(grid, density, 0), of(grid, density, 1));
        boolean isSmall = part.share(grid, 0) < LARGE_PART || part.share(grid, 1) < LARGE_PART;
        return isSmall && grid.exits().isEmpty() ? part : all(grid);
    }

    private static Nodes of(Grid grid, double[] density, int k) {
        int last = grid.nodes(k) - 1;
        double[] mass = new double[last + 1];
        for (int i = 0; i < grid.size(); i++) {
            mass[grid.index(i, k)] += grid.weight(i) * density[i];
        }
        double least = BEYOND * Arrays.stream(mass).sum();
        int from = 0;
        for (double beyond = mass[0]; from < last && beyond < least; beyond += mass[from]) {
            from++;
        }
        int to = last;
        for (double beyond = mass[last]; to > from && beyond < least; beyond += mass[to]) {
            to--;
        }
        boolean isPart = to - from >= FEWEST_NODES && !grid.domain().axis(k).isPeriodic();
        return isPart ? new Nodes(from, to) : new Nodes(0, last);
    }

    private double share(Grid grid, int k) {
        double[] x = grid.coordinates(k);
        return (x[last(k)] - x[first(k)]) / grid.domain().axis(k).length();
    }

    private Nodes nodesOf(int k) {
        return List.of(column, row).get(k);
    }

    int first(int k) {
        return nodesOf(k).first();
    }

    int last(int k) {
        return nodesOf(k).last();
    }

    int nodes(int k) {
        return nodesOf(k).count();
    }

    boolean contains(Grid grid, int node) {
        return column.contains(grid.index(node, 0)) && row.contains(grid.index(node, 1));
    }

    boolean isPartOf(Grid grid) {
        return !equals(all(grid));
    }
}
