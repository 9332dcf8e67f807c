package org.mfg.output.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * The nodes of a grid that a picture of the plane shows: all of a grid with two axes, the middle layer of the third
 * axis of one with three, or those of one state. The first axis goes to the right, the second upwards.
 *
 * @param grid the grid, of two or three axes
 * @param layer the index on the third axis, if there is one
 * @param window the nodes on both axes
 */
record Plane(Grid grid, int layer, PlaneWindow window) {
    private static final double OF_ONE_UNIT = 20;
    private static final List<String> PLACES = List.of("x", "y", "z");

    Plane(Grid grid, int layer) {
        this(grid, layer, PlaneWindow.all(grid));
    }

    /** The planes of a grid: one for each state, or the one where there are none. */
    static List<Plane> of(Grid grid) {
        if (grid.dimension() == 2) {
            return List.of(new Plane(grid, 0));
        }
        return grid.domain().statesAxis() < 0
                ? List.of(new Plane(grid, grid.nodes(2) / 2))
                : IntStream.range(0, grid.nodes(2))
                        .mapToObj(state -> new Plane(grid, state))
                        .toList();
    }

    /** The number of nodes on axis k, 0 or 1. */
    int nodes(int k) {
        return window.nodes(k);
    }

    /** The part of these nodes in a window. */
    Plane in(PlaneWindow part) {
        return new Plane(grid, layer, part);
    }

    /** Axis k of the picture. */
    Axis axis(int k) {
        Axis axis = grid.domain().axis(k);
        return nodes(k) == grid.nodes(k)
                ? axis
                : new Axis(
                        axis.name(),
                        grid.coordinates(k)[window.first(k)],
                        grid.coordinates(k)[window.last(k)],
                        axis.lowerBoundary(),
                        axis.upperBoundary());
    }

    /** The flat index of the node in column i and row j, both counted round a periodic axis. */
    int node(int i, int j) {
        int column = window.first(0) + i % nodes(0);
        int row = window.first(1) + j % nodes(1);
        int node = column * grid.stride(0) + row * grid.stride(1);
        return grid.dimension() == 3 ? node + layer * grid.stride(2) : node;
    }

    /** Whether a node of the grid is in the picture. */
    boolean contains(int node) {
        return window.contains(grid, node) && (grid.dimension() == 2 || grid.index(node, 2) == layer);
    }

    /** Whether the node that is nearest to a part a of the way along the first axis and b along the second is in an obstacle. */
    boolean isWallAt(double a, double b) {
        int i = (int) Math.round(PlaneField.index(positions(0), a));
        int j = (int) Math.round(PlaneField.index(positions(1), b));
        return grid.isWall(node(i, j));
    }

    /** Where the picture is, for a title: empty for a grid with two axes, like {@code , z = 0.5} for one with three, or a state's name. */
    String place() {
        if (grid.dimension() == 2) {
            return "";
        }
        Axis third = grid.domain().axis(2);
        return ", "
                + third.states()
                        .map(states -> states.names().get(layer))
                        .orElseGet(() -> third.name() + " = " + Numbers.shortest(grid.coordinate(node(0, 0), 2)));
    }

    /** The positions of the nodes on axis k; a periodic axis is closed by its upper end. */
    double[] positions(int k) {
        double[] nodes = grid.coordinates(k);
        if (!axis(k).isPeriodic()) {
            return Arrays.copyOfRange(nodes, window.first(k), window.last(k) + 1);
        }
        double[] closed = Arrays.copyOf(nodes, nodes.length + 1);
        closed[nodes.length] = axis(k).upper();
        return closed;
    }

    /** Whether both axes may have the same unit: what is constrained, such as wealth, is no place, and no axis of places is so much longer than another one. */
    boolean hasOneUnit() {
        return isPlace(axis(0)) && isPlace(axis(1)) && Math.max(proportion(), 1 / proportion()) <= OF_ONE_UNIT;
    }

    /** What is constrained and has another name than places have is none, such as wealth. */
    private static boolean isPlace(Axis axis) {
        boolean isConstrained = isConstraint(axis.lowerBoundary()) || isConstraint(axis.upperBoundary());
        return !isConstrained || PLACES.contains(axis.name());
    }

    private static boolean isConstraint(Boundary boundary) {
        return boundary.kind() == Boundary.Kind.STATE_CONSTRAINT;
    }

    /** The height of the picture for a width of 1, if both axes have the same unit. */
    double proportion() {
        return axis(1).length() / axis(0).length();
    }
}
