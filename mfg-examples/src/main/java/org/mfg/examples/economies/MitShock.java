package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.path.DiscreteEconomy;
import org.mfg.solvers.path.Shock;
import org.mfg.solvers.path.Transition;
import org.mfg.solvers.path.TransitionSolver;

/**
 * Aiyagari's economy after an unexpected shock, which everybody foresees from then on (Boppart, Krusell and Mitman 2018; in continuous time Achdou, Han,
 * Lasry, Lions and Moll 2022, section 4.5): productivity falls by 3 % and comes back,
 *
 * <pre>
 *   A(t) = A (1 - 0.03 e^(-0.2 t)),     K(t) = Σ_k ∫ a m_k(t, a) da = demand at r(t),  for all t.
 * </pre>
 *
 * <p>What to look at (impulse): the interest rate falls at once, households eat up a part of their wealth, and once productivity is back the rate is above
 * its steady state as long as capital is short. At first consumption falls by a third as much as productivity. The first-order response (first-order) is hardly told from the path:
 * it is a product of the shock with a matrix, found at the steady state in a fraction of a second, and good for all shocks so small.
 */
public final class MitShock {
    private static final int NODES = 1000;
    private static final TimeGrid TIME = new TimeGrid(200, 400);

    /** The figures show so many levels, 60 years. */
    private static final int SHOWN = 120;

    private MitShock() {}

    /** Takes the folder to write to, out/gallery/mit-shock if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/mit-shock"));
    }

    /** Writes the figures; returns capital after 5 years, the interest rate after 5 years, and the largest excess of capital at any time. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        GameProvider aiyagari = mfg.games().provider("aiyagari");
        Parameters before = mfg.games().parameters("aiyagari", Map.of("min-wealth", -0.7, "max-wealth", 20));
        DiscreteEconomy economy = new DiscreteEconomy(
                aiyagari,
                mfg.discretization("upwind", Map.of()),
                Grid.of(aiyagari.create(before).domain(), NODES),
                mfg.solver("newton", Map.of("tolerance", 1e-12)));
        Shock shock = Shock.decaying("tfp", before.real("tfp"), -0.03, 0.2);

        Transition path = new TransitionSolver(economy, 1e-10, 1e-11).clear(before, List.of(shock), TIME, Monitor.NONE);

        double[] rate = path.parameter("interest-rate");
        double[] capital = Objects.requireNonNull(path.quantities().get("capital"));
        double[] consumption = Objects.requireNonNull(path.quantities().get("mean consumption"));
        double[] excess = Objects.requireNonNull(path.excess().get("capital"));
        double[] t = new double[SHOWN];
        Arrays.setAll(t, j -> TIME.time(j + 1));
        new StudyFigures(out)
                .panels(
                        "impulse",
                        "time t",
                        "",
                        List.of(
                                Curve.data("productivity (%)", t, percent(path.parameter("tfp"))),
                                Curve.data("interest rate (%)", t, percent(rate)),
                                Curve.data("capital (%)", t, percent(capital)),
                                Curve.data("consumption (%)", t, percent(consumption))));
        double[] linear = path.linear().orElseThrow().path().get(0);
        new StudyFigures(out)
                .lines(
                        "first-order",
                        "time t",
                        "interest rate",
                        List.of(
                                Curve.data("path", t, Arrays.copyOfRange(rate, 1, SHOWN + 1)),
                                Curve.data("to first order", t, Arrays.copyOf(linear, SHOWN))));
        double largest = Arrays.stream(excess).map(Math::abs).max().orElseThrow();
        System.out.printf("K(5) = %.10f, r(5) = %.10f, excess at most %.1e%n", capital[10], rate[10], largest);
        return new double[] {capital[10], rate[10], largest};
    }

    /** Deviations from the steady state, after t = 0. */
    private static double[] percent(double[] values) {
        double[] percent = new double[SHOWN];
        Arrays.setAll(percent, j -> 100 * (values[j + 1] / values[0] - 1));
        return percent;
    }
}
