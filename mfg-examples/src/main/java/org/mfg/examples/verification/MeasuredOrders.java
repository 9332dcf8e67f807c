package org.mfg.examples.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * An exact solution and the orders of two schemes. The substitution of Hopf and Cole makes two heat equations of a game with H = ½ |p|² (Guéant
 * 2012), whose solutions φ and ψ give
 *
 * <pre>
 *   u = -2ν log φ,  m = φ ψ          φ = 2 + exp(-νπ²(T - t)) cos πx,  ψ ∝ 2 - exp(-νπ²t) cos πx,  ν = 0.1,  T = 1
 * </pre>
 *
 * <p>The game "hopf-cole" has this equilibrium for a coupling of any strength. What to look at: errors of m on grids that are each twice as fine, in
 * space and time, fall as the slopes: first order by upwind differences, second by central ones and Crank and Nicolson's step.
 */
public final class MeasuredOrders {
    private static final double[] INTERVALS = {20, 40, 80, 160};

    private MeasuredOrders() {}

    /** Takes the folder to write to, out/gallery/measured-orders if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/measured-orders"));
    }

    /** Writes the figure; returns the orders from the two finest grids, of upwind and of Crank-Nicolson. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        Curve upwind = Curve.data("upwind", INTERVALS, errors(mfg, "upwind"));
        Curve central = Curve.data("Crank-Nicolson", INTERVALS, errors(mfg, "crank-nicolson"));
        new StudyFigures(out)
                .logLog(
                        "orders",
                        "intervals",
                        "largest L1 error of m",
                        List.of(
                                upwind,
                                central,
                                Curve.slope("slope −1", -1, upwind),
                                Curve.slope("slope −2", -2, central)));
        double[] orders = {order(upwind.y()), order(central.y())};
        System.out.printf("orders: upwind %.3f, Crank-Nicolson %.3f%n", orders[0], orders[1]);
        return orders;
    }

    private static double order(double[] errors) {
        int last = errors.length - 1;
        return Math.log(errors[last - 1] / errors[last]) / Math.log(2);
    }

    private static double[] errors(Mfg mfg, String scheme) {
        MeanFieldGame game = mfg.game("hopf-cole", Map.of("lambda", 1));
        double[] errors = new double[INTERVALS.length];
        for (int k = 0; k < errors.length; k++) {
            int n = (int) INTERVALS[k];
            errors[k] = error(mfg.solver("newton", Map.of("tolerance", 1e-10))
                    .solve(mfg.discretize(
                            game,
                            mfg.discretization(scheme, Map.of()),
                            Grid.of(game.domain(), n + 1),
                            game.timeGrid(n))));
        }
        return errors;
    }

    /** max_t Σ w |m - m*|. */
    private static double error(Equilibrium e) {
        ExactSolution exact = e.game().exactSolution().orElseThrow();
        double[] x = new double[1];
        double largest = 0;
        for (int j = 0; j < e.time().levels(); j++) {
            double error = 0;
            for (int i = 0; i < e.grid().size(); i++) {
                e.grid().position(i, x);
                double m = e.m()[j * e.grid().size() + i];
                error +=
                        e.grid().weight(i) * Math.abs(m - exact.density(e.time().time(j), x));
            }
            largest = Math.max(largest, error);
        }
        return largest;
    }
}
