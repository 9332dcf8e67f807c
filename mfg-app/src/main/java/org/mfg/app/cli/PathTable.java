package org.mfg.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.mfg.app.path.PathNumbers;
import org.mfg.app.path.PathPoint;
import org.mfg.app.path.Series;
import org.mfg.app.path.Welfare;
import org.mfg.solvers.path.SequenceJacobian;
import org.mfg.solvers.path.Transition;

/** The table at the end of {@code mfg path}; what does not move has no row. */
final class PathTable {
    private PathTable() {}

    static void print(Transition transition, Series series, List<PathPoint> of, PrintWriter out) {
        Columns table = new Columns("");
        table.row("status", transition.equilibrium().status().name());
        table.row("message", transition.equilibrium().message());
        table.row("price paths tried", Integer.toString(transition.iterations().size()));
        transition.linear().ifPresent(linear -> table.row("Jacobian", jacobian(linear.aggregates(), linear.seconds())));
        series.excess().forEach((name, values) -> {
            double largest = Math.abs(values[Series.extreme(values)]);
            table.row("excess of " + name, String.format(Locale.ROOT, "%.3e at most", largest));
        });
        series.moving().forEach(name -> {
            double[] values = series.of(name);
            int extreme = Series.extreme(values);
            table.row(
                    name,
                    String.format(
                            Locale.ROOT,
                            "%.8f before, %.8f at t = %s, %.8f at the end",
                            values[0],
                            values[extreme],
                            (float) transition.time().time(extreme),
                            values[values.length - 1]));
        });
        PathNumbers numbers = new PathNumbers(transition, series);
        numbers.timed(of)
                .forEach(point -> table.row(point.toString(), String.format(Locale.ROOT, "%.8f", numbers.at(point))));
        Welfare.of(transition, series).ifPresent(welfare -> {
            table.row("welfare gain", percent(welfare.ofMean()) + " of consumption");
            table.row("share that gains", percent(welfare.shareOfWinners()));
            if (!transition.start().equals(transition.end())) {
                table.row("gain between steady states", percent(welfare.ofSteadyStates()) + " of consumption");
            }
        });
        table.row("not at rest at the end", String.format(Locale.ROOT, "%.4f %%", 100 * transition.missing()));
        table.print(out);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.6f %%", 100 * part);
    }

    private static String jacobian(SequenceJacobian jacobian, double seconds) {
        int columns = jacobian.fromStart().get(0).length;
        return String.format(
                Locale.ROOT,
                "%d columns to %s, in %.2f s",
                columns,
                String.join(" and to ", jacobian.inputs()),
                seconds);
    }
}
