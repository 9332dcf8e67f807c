package org.mfg.api.grid;

import org.mfg.api.InvalidInputException;

/**
 * The time levels t_j = j Δt, j = 0 ... steps, with Δt = horizon/steps.
 *
 * @param horizon the final time T > 0
 * @param steps the number of time steps, at least 1; there are steps + 1 levels
 */
public record TimeGrid(double horizon, int steps) {

    /** Checks both components. */
    public TimeGrid {
        if (!Double.isFinite(horizon) || horizon <= 0) {
            throw InvalidInputException.of("horizon", "be finite and > 0", horizon);
        }
        if (steps < 1) {
            throw InvalidInputException.of("time steps", "be >= 1", steps);
        }
    }

    /** The step Δt = horizon/steps. */
    public double step() {
        return horizon / steps;
    }

    /** The number of time levels, steps + 1. */
    public int levels() {
        return steps + 1;
    }

    /** The time t_j of level j. */
    public double time(int j) {
        return horizon * j / steps;
    }
}
