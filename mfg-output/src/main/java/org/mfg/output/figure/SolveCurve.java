package org.mfg.output.figure;

import java.util.List;
import org.mfg.api.equilibrium.Iteration;

/**
 * How a solve converged, for a figure that compares it with others.
 *
 * @param name its name in the legend
 * @param iterations the numbers of the iterations
 * @param seconds when each was over
 * @param residuals the larger one of both residuals after each
 */
public record SolveCurve(String name, double[] iterations, double[] seconds, double[] residuals) {

    /** The curve of a history. */
    public static SolveCurve of(String name, List<Iteration> history) {
        return new SolveCurve(
                name,
                history.stream().mapToDouble(Iteration::index).toArray(),
                history.stream().mapToDouble(Iteration::seconds).toArray(),
                history.stream().mapToDouble(Iteration::residual).toArray());
    }
}
