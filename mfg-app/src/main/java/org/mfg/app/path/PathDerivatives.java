package org.mfg.app.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Parameters;
import org.mfg.app.sensitivity.Row;
import org.mfg.solvers.path.PathSensitivity;
import org.mfg.solvers.path.PathTangent;
import org.mfg.solvers.path.Transition;

/**
 * The derivatives of all that is told of a path in parameters.
 *
 * @param time the time levels
 * @param series what is told, by name as in {@code path.csv}
 * @param parameters their values, by name
 * @param derivatives by parameter and name, by level
 * @param rows some of them, at a time
 */
public record PathDerivatives(
        TimeGrid time,
        Map<String, double[]> series,
        Map<String, Double> parameters,
        Map<String, Map<String, double[]>> derivatives,
        List<Row> rows) {

    /**
     * Differentiates.
     *
     * @param shocks those of the path
     * @param to names of real parameters of the game that no market sets, and numbers of the shocks
     * @param of what the rows are of; empty: prices and what the market counts, where they move with the parameter and are not always 0, or what agents do on average where there is nothing of that
     * @param monitor asked whether to stop
     * @param progress told what is being done
     * @throws org.mfg.api.InvalidInputException if nothing of that name is told of the path
     * @throws org.mfg.api.NumericalFailureException if a derivative is not found, or the monitor wants it to stop
     */
    public static PathDerivatives of(
            Transition transition,
            Series told,
            ShockTexts shocks,
            List<String> to,
            List<PathPoint> of,
            Monitor monitor,
            Consumer<String> progress) {
        TimeGrid time = transition.time();
        PathNumbers numbers = new PathNumbers(transition, told);
        List<PathPoint> points = numbers.timed(of.isEmpty() ? all(transition, told) : of);
        Parameters before = transition.start().parameters();
        Map<String, Double> parameters = new LinkedHashMap<>();
        Map<String, Map<String, double[]>> derivatives = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        List<String> moving = Series.parameters(transition);
        PathSensitivity sensitivity = new PathSensitivity(transition, monitor);
        for (String name : to) {
            progress.accept("derivatives to " + name);
            Double number = shocks.numbers().get(name);
            double value = number == null ? before.real(name) : number;
            PathTangent tangent = number == null
                    ? sensitivity.tangent(name, shocks::at)
                    : sensitivity.tangent(value, at -> shocks.with(before, name, at));
            Map<String, double[]> moves = PathNumbers.worded(tangent.of(path -> Series.numbers(path, moving)));
            parameters.put(name, value);
            derivatives.put(name, moves);
            for (PathPoint point : points) {
                double derivative = numbers.at(point, moves);
                rows.add(new Row(point.toString(), numbers.at(point), name, value, derivative, Double.NaN));
            }
        }
        if (of.isEmpty()) {
            rows.removeIf(row -> !row.isFelt());
        }
        return new PathDerivatives(time, numbers.series(), parameters, derivatives, rows);
    }

    /** Whether what is told under a name moves with a parameter at any time by more than round-off. */
    boolean isFelt(String name, String parameter) {
        return Row.isFelt(
                largest(series.getOrDefault(name, new double[0])),
                parameters.getOrDefault(parameter, 0.0),
                largest(derivatives.getOrDefault(parameter, Map.of()).getOrDefault(name, new double[0])));
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private static List<PathPoint> all(Transition transition, Series told) {
        List<String> names = new ArrayList<>();
        if (transition.linear().isPresent()) {
            names.addAll(transition.market().prices());
        }
        transition.market().aggregates(transition.start().parameters()).stream()
                .map(AgentQuantity::name)
                .forEach(names::add);
        if (names.isEmpty()) {
            told.byName().keySet().stream()
                    .filter(name -> name.startsWith("mean "))
                    .forEach(names::add);
        }
        return names.stream()
                .filter(told::isThere)
                .map(name -> PathPoint.read(name, transition.time().horizon()))
                .toList();
    }
}
