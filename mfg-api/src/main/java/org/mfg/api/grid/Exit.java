package org.mfg.api.grid;

/**
 * A way out on a grid: a whole side or a door, and its nodes. A node that belongs to two sides counts for the first.
 * Immutable.
 */
public final class Exit {
    private final String name;
    private final int axis;
    private final boolean isUpper;
    private final double cost;
    private final int[] nodes;

    Exit(String name, int axis, boolean isUpper, double cost, int[] nodes) {
        this.name = name;
        this.axis = axis;
        this.isUpper = isUpper;
        this.cost = cost;
        this.nodes = nodes;
    }

    /** The door's name; for a side, for example, {@code exit at x = 1}. */
    public String name() {
        return name;
    }

    /** The axis at whose end it is. */
    public int axis() {
        return axis;
    }

    /** Whether it is at the upper end of that axis. */
    public boolean isUpper() {
        return isUpper;
    }

    /** What an agent pays when it leaves here. */
    public double cost() {
        return cost;
    }

    /** The flat indices of its nodes, in order; a copy. */
    public int[] nodes() {
        return nodes.clone();
    }

    @Override
    public String toString() {
        return name;
    }
}
