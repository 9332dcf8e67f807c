package org.mfg.api.progress;

import java.util.List;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/**
 * When a solve ends.
 *
 * @param tolerance converged once both residuals are at most this, > 0
 * @param maxIterations the iterations allowed, >= 0
 */
public record StoppingRule(double tolerance, int maxIterations) {
    private static final String TOLERANCE = "tolerance";
    private static final String MAX_ITERATIONS = "max-iterations";

    /** The names of the parameters that {@link #from} reads. */
    public static final List<String> NAMES = List.of(TOLERANCE, MAX_ITERATIONS);

    /** The default tolerance of every solver. */
    public static final double DEFAULT_TOLERANCE = 1e-8;

    /** The declarations of the parameters that {@link #from} reads. */
    public static List<Parameter> parameters(int defaultMaxIterations) {
        return List.of(
                Parameter.real(
                        TOLERANCE,
                        DEFAULT_TOLERANCE,
                        Range.above(0),
                        "",
                        "converged once both equations' residuals are at most this"),
                Parameter.integer(
                        MAX_ITERATIONS, defaultMaxIterations, Range.between(0, 1_000_000), "iterations allowed"));
    }

    /** The rule given by the parameters. */
    public static StoppingRule from(Parameters parameters) {
        return new StoppingRule(parameters.real(TOLERANCE), parameters.integer(MAX_ITERATIONS));
    }
}
