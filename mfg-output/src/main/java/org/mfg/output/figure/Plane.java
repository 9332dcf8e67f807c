package org.mfg.output.figure;

import java.util.Arrays;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;

/**
 * The nodes of a grid that a picture of the plane shows: all of a grid with two axes, and the middle layer of the third
 * axis of one with three. The first axis goes to the right, the second upwards.
 *
 * @param grid the grid, of two or three axes
 */
record Plane(Grid grid) {

    /** The number of nodes on axis k, 0 or 1. */
    int nodes(int k) {
        return grid.nodes(k);
    }

    /** Axis k of the picture. */
    Axis axis(int k) {
        return grid.domain().axis(k);
    }

    /** The flat index of the node in column i and row j, both counted round a periodic axis. */
    int node(int i, int j) {
        int node = i % nodes(0) * grid.stride(0) + j % nodes(1) * grid.stride(1);
        return grid.dimension() == 3 ? node + layer() * grid.stride(2) : node;
    }

    /** Whether a node of the grid is in the picture. */
    boolean contains(int node) {
        return grid.dimension() == 2 || grid.index(node, 2) == layer();
    }

    /** Whether the node that is nearest to a part a of the way along the first axis and b along the second is in an obstacle. */
    boolean isWallAt(double a, double b) {
        int i = (int) Math.round(a * (positions(0).length - 1));
        int j = (int) Math.round(b * (positions(1).length - 1));
        return grid.isWall(node(i, j));
    }

    private int layer() {
        return grid.nodes(2) / 2;
    }

    /** Where the picture is, for a title: empty for a grid with two axes, and like {@code , z = 0.5} for one with three. */
    String place() {
        return grid.dimension() == 2
                ? ""
                : ", " + grid.domain().axis(2).name() + " = " + Numbers.shortest(grid.coordinate(node(0, 0), 2));
    }

    /** The positions of the nodes on axis k; a periodic axis is closed by its upper end. */
    double[] positions(int k) {
        double[] nodes = grid.coordinates(k);
        if (!axis(k).isPeriodic()) {
            return nodes;
        }
        double[] closed = Arrays.copyOf(nodes, nodes.length + 1);
        closed[nodes.length] = axis(k).upper();
        return closed;
    }

    /** The height of the picture for a width of 1, if both axes have the same unit. */
    double proportion() {
        return axis(1).length() / axis(0).length();
    }
}
