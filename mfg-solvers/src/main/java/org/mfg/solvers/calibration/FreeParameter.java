package org.mfg.solvers.calibration;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
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
    private static final double AT = 1e-6;

    /** Checks that the start lies between the bounds. */
    public FreeParameter {
        if (!(start >= lower && start <= upper)) {
            throw InvalidInputException.of("start of " + name, "be between " + lower + " and " + upper, start);
        }
    }

    /** The bound at which a value is, nearer than a millionth of the start's distance; none if it is between them. */
    public OptionalDouble boundAt(double value) {
        return DoubleStream.of(lower, upper)
                .filter(Double::isFinite)
                .filter(bound -> Math.abs(value - bound) <= AT * Math.abs(start - bound))
                .findFirst();
    }

    double within(double value) {
        return Math.max(lower, Math.min(upper, value));
    }
}
