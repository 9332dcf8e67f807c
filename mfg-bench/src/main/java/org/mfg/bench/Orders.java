package org.mfg.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.solvers.Mfg;

/**
 * Solves the games with an exact solution on ever finer grids, Δt proportional to h, and prints errors and observed orders as a
 * table in Markdown: the largest over the time levels of Σ w m* |u - u*| and of Σ w |m - m*|.
 */
public final class Orders {
    private static final double[] STRENGTHS = {0, 1, 10};

    private final Mfg mfg = Mfg.load();
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    private Orders() {}

    /** Takes the number of cells of the finest grid, 800 if absent. */
    public static void main(String[] args) {
        int finest = args.length > 0 ? Integer.parseInt(args[0]) : 800;
        Orders orders = new Orders();
        orders.table("linear-quadratic", Map.of(), finest, 2);
        for (double lambda : STRENGTHS) {
            orders.table("hopf-cole", Map.of("lambda", lambda), finest, 1);
        }
    }

    private void table(String name, Map<String, ?> parameters, int finest, int cellsAStep) {
        MeanFieldGame game = mfg.game(name, parameters);
        out.printf("%n%s %s%n%n", name, parameters);
        out.printf("| nodes | steps | error of u | order | error of m | order |%n|---|---|---|---|---|---|%n");
        double[] before = {Double.NaN, Double.NaN};
        for (int cells = 50; cells <= finest; cells *= 2) {
            double[] error = errors(game, cells + 1, cells / cellsAStep);
            out.printf(
                    Locale.ROOT,
                    "| %d | %d | %.2e | %s | %.2e | %s |%n",
                    cells + 1,
                    cells / cellsAStep,
                    error[0],
                    order(before[0], error[0]),
                    error[1],
                    order(before[1], error[1]));
            before = error;
        }
    }

    private static String order(double coarse, double fine) {
        return Double.isNaN(coarse) ? "" : String.format(Locale.ROOT, "%.3f", Math.log(coarse / fine) / Math.log(2));
    }

    private double[] errors(MeanFieldGame game, int nodes, int steps) {
        Equilibrium e =
                mfg.solver(Mfg.DEFAULT_SOLVER, Map.of("tolerance", 1e-10)).solve(mfg.discretize(game, nodes, steps));
        if (!e.isConverged()) {
            throw new IllegalStateException(e.message());
        }
        ExactSolution exact = game.exactSolution().orElseThrow();
        double[] largest = new double[2];
        for (int j = 0; j <= steps; j++) {
            double t = e.time().time(j);
            double u = 0;
            double m = 0;
            for (int i = 0; i < nodes; i++) {
                double[] x = {e.grid().coordinate(i, 0)};
                double w = e.grid().weight(i);
                double density = exact.density(t, x);
                u += w * density * Math.abs(e.u()[j * nodes + i] - exact.value(t, x));
                m += w * Math.abs(e.m()[j * nodes + i] - density);
            }
            largest[0] = Math.max(largest[0], u);
            largest[1] = Math.max(largest[1], m);
        }
        return largest;
    }
}
