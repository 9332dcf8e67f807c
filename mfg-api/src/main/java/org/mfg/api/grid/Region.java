package org.mfg.api.grid;

import org.mfg.api.InvalidInputException;

/**
 * A closed set of positions: an obstacle, or the opening of a door. Any test of a position will do, so a plugin or a game may
 * write {@code x -> x[0] * x[0] > x[1]}; boxes, balls and {@link Mask masks} are given here. Boxes and balls count a point
 * on their surface, up to round-off, as inside.
 */
@FunctionalInterface
public interface Region {

    /** Whether the position x, d entries, is inside; x is not to be kept or changed. */
    boolean contains(double[] x);

    /**
     * Checks that this region makes sense on a grid.
     *
     * @param domain the domain
     * @param nodes the number of nodes of each axis
     * @throws InvalidInputException if it does not
     */
    default void check(Domain domain, int... nodes) {}

    /**
     * The box of all x with lower_k <= x_k <= upper_k.
     *
     * @param lower the lower corner, d entries, perhaps -infinity
     * @param upper the upper corner, above the lower one, perhaps infinity
     */
    static Region box(double[] lower, double[] upper) {
        return new Box(Box.toList(lower), Box.toList(upper));
    }

    /** The ball around a center: a disc in two dimensions. */
    static Region ball(double[] center, double radius) {
        return new Ball(Box.toList(center), radius);
    }

    /** All x with from <= x_k <= to on axis k: for doors. */
    static Region between(int axis, double from, double to) {
        return new Slab(axis, from, to);
    }
}
