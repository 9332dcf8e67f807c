package org.mfg.app.path;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.grid.TimeGrid;
import org.mfg.output.figure.Curve;
import org.mfg.solvers.path.Transition;

/**
 * Lines over time that begin at t = 0 with the steady state before. What the crowd alone decides, such as capital, goes on from there; all else jumps at t = 0, as what holds in a step is what is
 * told of its end.
 *
 * @param time the time levels
 * @param stocks the names of what does not jump
 * @param until where lines end, between levels too; at the last one at the latest
 */
public record ImpulseCurves(TimeGrid time, Set<String> stocks, double until) {

    /** Those of a path. */
    public static ImpulseCurves of(Transition transition, double until) {
        return new ImpulseCurves(transition.time(), stocks(transition), until);
    }

    /** The names of what the crowd alone decides. */
    static Set<String> stocks(Transition transition) {
        return transition.market().aggregates(transition.start().parameters()).stream()
                .filter(quantity -> !quantity.dependsOnDrift())
                .map(AgentQuantity::name)
                .map(TransitionFiles::word)
                .collect(Collectors.toSet());
    }

    /**
     * A line.
     *
     * @param label of the line
     * @param name of what it is about
     * @param values by level
     */
    Curve of(String label, String name, double[] values) {
        double end = Math.min(until, time.horizon());
        int jump = stocks.contains(TransitionFiles.word(name)) ? 0 : 1;
        int levels = 1;
        while (time.time(levels) < end) {
            levels++;
        }
        double[] x = new double[levels + 1 + jump];
        double[] y = new double[levels + 1 + jump];
        y[0] = values[0];
        y[jump] = values[jump];
        for (int j = 1; j < levels; j++) {
            x[j + jump] = time.time(j);
            y[j + jump] = values[j];
        }
        x[levels + jump] = end;
        y[levels + jump] = new PathPoint(name, OptionalDouble.of(end)).of(values, time, jump == 1);
        return Curve.data(label, x, y);
    }
}
