package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.FlowAction;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;

/**
 * Planning (Achdou, Camilli and Capuzzo-Dolcetta 2012): the crowd has to have a given density at the end, and u(T), which no cost determines, is the toll that
 * leads it there. Without noise, and where agents pay ½ |a|² and do not mind each other, this is optimal transport (Benamou and Brenier 2000), and twice
 * the cost is the square of the Wasserstein distance:
 *
 * <pre>
 *   H = ½ p²,  ν = 0,  m0 = x + ½,  m(1) = 1 on [0, 1]:   W₂² = 1/120
 * </pre>
 *
 * <p>What to look at: the density flattens along straight paths; u(T) falls to where agents are wanted. What the crowd pays is of first order, for it pays
 * for walking against the scheme's viscosity too. Two other sums are of second order: the action of the flow, the quantity {@code transport}, never below the distance but for errors of quadrature, and Kantorovich's duality
 * with the toll u(T), never above it.
 */
public final class OptimalTransport {
    private OptimalTransport() {}

    /** Takes the folder to write to, out/gallery/optimal-transport if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/optimal-transport"));
    }

    /** Writes the figures; returns the square of the distance on 80 nodes by what the crowd pays, by the action of its flow, and by duality. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("transport")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0)
                .hamiltonian(new QuadraticHamiltonian())
                .initialDensity(x -> x[0] + 0.5)
                .targetDensity(x -> 1)
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(game, 80, 80);
        Equilibrium plan = mfg.solver("newton", Map.of()).solve(discrete);

        Figures.write(out, discrete, plan, Figure.DATA, Figure.DENSITY_HEATMAP, Figure.SLICES);
        double paid = paid(discrete, plan);
        double action = FlowAction.of(discrete, plan.u(), plan.m());
        double dual = byDuality(discrete, plan);
        System.out.printf(
                "W2^2 by what is paid %.7f, by the flow's action %.7f, by duality %.7f; exact %.7f%n",
                paid, action, dual, 1.0 / 120);
        return new double[] {paid, action, dual};
    }

    /** Twice what all agents pay. */
    private static double paid(DiscreteGame game, Equilibrium plan) {
        int n = game.space().size();
        Policy policy = game.policy(plan.u(), plan.m());
        double cost = 0;
        for (int j = 0; j < game.time().steps(); j++) {
            for (int i = 0; i < n; i++) {
                double agents = game.space().weight(i) * plan.m()[(j + 1) * n + i];
                cost += game.time().step(j) * agents * policy.runningCost(j, i);
            }
        }
        return 2 * cost;
    }

    /** 2 Σ w m0 min_y (u(T, y) + ½ |x - y|²) - 2 Σ w m_T u(T), with u(T) linear between the nodes. */
    private static double byDuality(DiscreteGame game, Equilibrium plan) {
        int n = game.space().size();
        double[] x = game.grid().coordinates(0);
        double[] toll = Arrays.copyOfRange(plan.u(), plan.u().length - n, plan.u().length);
        double[] wanted = game.targetDensity().orElseThrow();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k < n - 1; k++) {
                double slope = (toll[k + 1] - toll[k]) / (x[k + 1] - x[k]);
                double y = Math.max(x[k], Math.min(x[i] - slope, x[k + 1]));
                best = Math.min(best, toll[k] + slope * (y - x[k]) + 0.5 * (x[i] - y) * (x[i] - y));
            }
            sum += game.space().weight(i) * (plan.m()[i] * best - wanted[i] * toll[i]);
        }
        return 2 * sum;
    }
}
