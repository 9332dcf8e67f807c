package org.mfg.examples.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.errorbars.ErrorBar;
import org.mfg.solvers.errorbars.ErrorBars;

/**
 * Error bars of a number whose exact value is known: where the crowd of the game "hopf-cole" (see {@link MeasuredOrders}) is at the end,
 *
 * <pre>
 *   mean(T) = ∫ x m(T, x) dx = (2 - 4 (1 - q)/π² - q/4)/(4 - q/2),   q = exp(-νπ²T),  ν = 0.1,  T = 1
 * </pre>
 *
 * <p>What to look at: values move along a line to the exact one, as the scheme is of first order, and the bars reach just there. What is extrapolated, on each grid for itself, is
 * there already.
 */
public final class BarsAndErrors {
    private static final int[] INTERVALS = {32, 48, 64, 96, 128};

    private BarsAndErrors() {}

    /** Takes the folder to write to, out/gallery/bars-and-errors if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/bars-and-errors"));
    }

    /** Writes the figure; returns the least and the largest bar in parts of the error, and the extrapolated value of the finest grid. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        double q = Math.exp(-0.1 * Math.PI * Math.PI);
        double exact = (2 - 4 * (1 - q) / (Math.PI * Math.PI) - q / 4) / (4 - q / 2);
        List<ErrorBar> bars =
                Arrays.stream(INTERVALS).mapToObj(n -> bar(mfg, n)).toList();
        double[] spacings = Arrays.stream(INTERVALS).mapToDouble(n -> 1.0 / n).toArray();
        new StudyFigures(out)
                .lines(
                        "bars",
                        "spacing and time step",
                        "mean(T)",
                        List.of(
                                Curve.data("bar", thrice(spacings), sticks(bars)),
                                Curve.data("value", spacings, numbers(bars, ErrorBar::value)),
                                Curve.data("extrapolated", spacings, numbers(bars, ErrorBar::extrapolated)),
                                new Curve("exact", new double[] {0, spacings[0]}, new double[] {exact, exact}, true)));
        for (int k = 0; k < bars.size(); k++) {
            ErrorBar bar = bars.get(k);
            System.out.printf(
                    "%3d intervals: mean(T) %.5f ± %.5f, off by %.5f; extrapolated %.7f, off by %.1e%n",
                    INTERVALS[k],
                    bar.value(),
                    bar.bar(),
                    Math.abs(bar.value() - exact),
                    bar.extrapolated(),
                    Math.abs(bar.extrapolated() - exact));
        }
        double[] ratios = numbers(bars, bar -> bar.bar() / Math.abs(bar.value() - exact));
        return new double[] {
            Arrays.stream(ratios).min().orElseThrow(),
            Arrays.stream(ratios).max().orElseThrow(),
            bars.get(bars.size() - 1).extrapolated()
        };
    }

    private static ErrorBar bar(Mfg mfg, int intervals) {
        MeanFieldGame game = mfg.game("hopf-cole", Map.of());
        DiscreteGame discrete = mfg.discretize(game, intervals + 1, intervals);
        EquilibriumSolver solver = mfg.solver("newton", Map.of());
        List<Quantity> quantities = List.of(mfg.quantity("mean(T)", game));
        return new ErrorBars(discrete, solver, true)
                .of(solver.solve(discrete), quantities, Monitor.NONE)
                .get(0);
    }

    private static double[] numbers(List<ErrorBar> bars, ToDoubleFunction<ErrorBar> number) {
        return bars.stream().mapToDouble(number).toArray();
    }

    /** Each number three times. */
    private static double[] thrice(double[] numbers) {
        return Arrays.stream(numbers)
                .flatMap(x -> Arrays.stream(new double[] {x, x, x}))
                .toArray();
    }

    /** The lower end of each bar, its upper end, and a gap. */
    private static double[] sticks(List<ErrorBar> bars) {
        return bars.stream()
                .flatMapToDouble(bar ->
                        Arrays.stream(new double[] {bar.value() - bar.bar(), bar.value() + bar.bar(), Double.NaN}))
                .toArray();
    }
}
