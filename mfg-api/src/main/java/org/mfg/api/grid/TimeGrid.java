package org.mfg.api.grid;

import org.mfg.api.InvalidInputException;

/**
 * The time levels t_j, j = 0 ... N, even or fine at first and coarse later: with c = ln(grading) and ξ = j/N
 *
 * <pre>
 *   t_j = T (e^(cξ) - 1)/(e^c - 1),     t_j = T ξ for c = 0.
 * </pre>
 *
 * <p>A smooth map of even levels, so that half the steps have every other level, and a scheme keeps its order in 1/N.
 *
 * @param horizon the final time T > 0
 * @param steps the number N of time steps, at least 1; there are steps + 1 levels
 * @param grading about how many times longer the last step is than the first, > 0; 1 for even steps
 */
public record TimeGrid(double horizon, int steps, double grading) {

    /** Checks all components. */
    public TimeGrid {
        if (!Double.isFinite(horizon) || horizon <= 0) {
            throw InvalidInputException.of("horizon", "be finite and > 0", horizon);
        }
        if (steps < 1) {
            throw InvalidInputException.of("time steps", "be >= 1", steps);
        }
        if (!Double.isFinite(grading) || grading <= 0) {
            throw InvalidInputException.of("time grading", "be finite and > 0", grading);
        }
    }

    /** Even steps, Δt = horizon/steps. */
    public TimeGrid(double horizon, int steps) {
        this(horizon, steps, 1);
    }

    /** Whether all steps are equally long. */
    public boolean isEven() {
        return grading == 1;
    }

    /** The length of step j, from level j to level j + 1. */
    public double step(int j) {
        return isEven() ? horizon / steps : time(j + 1) - time(j);
    }

    /** The length of the step that ends at a level; of level 0, where none does, that of the first step. */
    public double stepTo(int level) {
        return step(Math.max(level, 1) - 1);
    }

    /**
     * The length of all steps.
     *
     * @param user what needs even ones, for the message
     * @throws InvalidInputException if they are not even
     */
    public double evenStep(String user) {
        if (!isEven()) {
            throw InvalidInputException.of("time grading", "be 1, for even time steps, with " + user, grading);
        }
        return horizon / steps;
    }

    /** The number of time levels, steps + 1. */
    public int levels() {
        return steps + 1;
    }

    /** The time t_j of level j. */
    public double time(int j) {
        if (isEven()) {
            return horizon * j / steps;
        }
        double c = Math.log(grading);
        return horizon * (Math.expm1(c * j / steps) / Math.expm1(c));
    }

    /** The level at a time: a whole number at t_j, and in between where the same map puts it. */
    public double level(double t) {
        if (isEven()) {
            return t * steps / horizon;
        }
        double c = Math.log(grading);
        return steps * (Math.log1p(t / horizon * Math.expm1(c)) / c);
    }

    /** The same with another number of steps. */
    public TimeGrid withSteps(int number) {
        return new TimeGrid(horizon, number, grading);
    }
}
