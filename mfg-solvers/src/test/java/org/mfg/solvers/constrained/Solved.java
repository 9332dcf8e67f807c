package org.mfg.solvers.constrained;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.FlowAction;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;
import org.mfg.solvers.newton.NewtonSolver;

/** A game solved by newton, and what tests want to know of it. */
record Solved(DiscreteGame game, Equilibrium equilibrium) {

    static Solved of(MeanFieldGame game, int nodes, int steps) {
        DiscreteGame discrete =
                new UpwindDiscretization(1).discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(steps));
        return new Solved(discrete, new NewtonSolver(new StoppingRule(1e-8, 200)).solve(discrete));
    }

    /** 2 Σ Δt Σ w m ℓ: the square of the distance that the crowd goes, where it pays ½ |a|². */
    double squaredDistance() {
        int n = game.space().size();
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        double cost = 0;
        for (int j = 0; j < game.time().steps(); j++) {
            for (int i = 0; i < n; i++) {
                double mass = game.space().weight(i) * equilibrium.m()[(j + 1) * n + i];
                cost += game.time().step(0) * mass * policy.runningCost(j, i);
            }
        }
        return 2 * cost;
    }

    /** The squared distance by what the crowd does, and not by what it pays. */
    double action() {
        return FlowAction.of(game, equilibrium.u(), equilibrium.m());
    }

    /**
     * Kantorovich's bound of the squared distance from below, by the toll alone: 2 Σ w m0 min_y (u(T, y) + ½ |x - y|²) - 2 Σ w m_T u(T), u(T) linear between the
     * nodes of a line. An error of u(T) counts twice, so that the bound is of second order.
     */
    double squaredDistanceByDuality() {
        int n = game.space().size();
        int last = game.time().steps() * n;
        double[] x = game.grid().coordinates(0);
        double[] u = equilibrium.u();
        double[] target = game.targetDensity().orElseThrow();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k < n - 1; k++) {
                double slope = (u[last + k + 1] - u[last + k]) / (x[k + 1] - x[k]);
                double y = Math.max(x[k], Math.min(x[i] - slope, x[k + 1]));
                best = Math.min(best, u[last + k] + slope * (y - x[k]) + 0.5 * (x[i] - y) * (x[i] - y));
            }
            sum += game.space().weight(i) * (equilibrium.m()[i] * best - target[i] * u[last + i]);
        }
        return 2 * sum;
    }

    /** The mass of m(T) that is not where the target is. */
    double missed() {
        int n = game.space().size();
        double[] target = game.targetDensity().orElseThrow();
        double missed = 0;
        for (int i = 0; i < n; i++) {
            double m = equilibrium.m()[game.time().steps() * n + i];
            missed += game.space().weight(i) * Math.abs(m - target[i]);
        }
        return missed;
    }
}
