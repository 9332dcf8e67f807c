package org.mfg.app.path;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Names;
import org.mfg.solvers.path.Transition;

/** Numbers of a path at {@linkplain PathPoint points}. */
public final class PathNumbers {
    private final TimeGrid time;
    private final Set<String> stocks;
    private final Map<String, double[]> series;

    /** @param told what is told of the transition */
    public PathNumbers(Transition transition, Series told) {
        time = transition.time();
        stocks = ImpulseCurves.stocks(transition);
        series = worded(told.byName());
    }

    /** The same values under names as in {@code path.csv}. */
    static Map<String, double[]> worded(Map<String, double[]> byName) {
        Map<String, double[]> worded = new LinkedHashMap<>();
        byName.forEach((name, values) -> worded.put(TransitionFiles.word(name), values));
        return worded;
    }

    /** All that is told, by name as in {@code path.csv} and by level. */
    Map<String, double[]> series() {
        return series;
    }

    /**
     * Points with a time each, for one that has none that at which its number is farthest from what it was.
     *
     * @throws org.mfg.api.InvalidInputException if nothing of that name is told of the path
     */
    public List<PathPoint> timed(List<PathPoint> points) {
        return points.stream().map(this::timed).toList();
    }

    private PathPoint timed(PathPoint point) {
        double[] values = series.get(point.name());
        if (values == null) {
            throw Names.unknown("number of the path", point.name(), series.keySet());
        }
        int extreme = Series.moves(values) ? Series.extreme(values) : 0;
        return point.t().isPresent() ? point : point.at(time.time(extreme));
    }

    /** The number at a point that has a time. */
    public double at(PathPoint point) {
        return at(point, series);
    }

    /** The same of other values under these names, such as derivatives. */
    double at(PathPoint point, Map<String, double[]> values) {
        return point.of(Objects.requireNonNull(values.get(point.name())), time, !stocks.contains(point.name()));
    }
}
