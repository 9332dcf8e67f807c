package org.mfg.api.grid;

import org.mfg.api.InvalidInputException;

/** All x with from <= x_axis <= to, up to round-off. */
record Slab(int axis, double from, double to) implements Region {

    Slab {
        if (!(from < to)) {
            throw InvalidInputException.of("opening", "go from a lower to a higher coordinate", from + " to " + to);
        }
    }

    @Override
    public boolean contains(double[] x) {
        return Box.atMost(from, x[axis]) && Box.atMost(x[axis], to);
    }

    @Override
    public void check(Domain domain, int... nodes) {
        if (axis < 0 || axis >= domain.dimension()) {
            throw InvalidInputException.of("axis", "be >= 0 and < " + domain.dimension(), axis);
        }
    }
}
