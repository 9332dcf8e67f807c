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

    /** What is left of a response where its line may end, as a part of all of it over time. */
    private static final double LEFT = 0.01;

    /** Lines end at multiples of so many times the power of ten below. */
    private static final double ROUND = 2;

    /**
     * Those of a path.
     *
     * @param until where lines end; if absent, where all but one percent of each response is over, ∫_T^∞ |y - y(∞)| dt of what is told
     */
    public static ImpulseCurves of(Transition transition, Series series, OptionalDouble until) {
        double end = until.orElseGet(() -> series.moving().stream()
                .mapToDouble(name -> over(transition.time(), series.of(name)))
                .max()
                .orElse(transition.time().horizon()));
        return new ImpulseCurves(transition.time(), stocks(transition), end);
    }

    /** A round time at which a response is over. */
    static double over(TimeGrid time, double[] values) {
        int last = values.length - 1;
        double[] left = new double[values.length];
        for (int j = last; j > 0; j--) {
            left[j - 1] = left[j] + time.step(j - 1) * Math.abs(values[j] - values[last]);
        }
        int level = 1;
        while (level < last && left[level] > LEFT * left[0]) {
            level++;
        }
        double t = time.time(level);
        double unit = ROUND * Math.pow(10, Math.floor(Math.log10(t)));
        return Math.min(time.horizon(), unit * Math.ceil(t / unit));
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
