package org.mfg.solvers.calibration;

import org.mfg.api.InvalidInputException;

/**
 * A parameter that is to be found.
 *
 * @param name its name
 * @param start where to begin
 * @param lower the least value that may be tried; -infinity for none
 * @param upper the largest; infinity for none
 */
public record FreeParameter(String name, double start, double lower, double upper) {
    /** Checks that the start lies between the bounds. */
    public FreeParameter {
        if (!(start >= lower && start <= upper)) {
            throw InvalidInputException.of("start of " + name, "be between " + lower + " and " + upper, start);
        }
    }

    double within(double value) {
        return Math.max(lower, Math.min(upper, value));
    }
}
