package org.mfg.solvers.admm;

import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.ConvexForm;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.belief.BestResponse;

/**
 * The alternating direction method of multipliers on the {@linkplain ConvexForm convex problem} of a game with a potential (Benamou and Carlier 2015;
 * Briceño-Arias, Kalise and Silva 2018 for the scheme), as Douglas and Rachford's iteration: with P the projection on the Fokker-Planck equation and
 * prox the proximal map of the cost,
 *
 * <pre>
 *   y = P(z),   x = prox(2y - z),   z ← z + 1.6 (x - y).
 * </pre>
 *
 * <p>It converges from anywhere, for every viscosity down to 0, but where there is next to nobody its multiplier creeps. So after every ten steps u is made the best
 * response to the density of x, and m the population that plays u: that pair is what is recorded, and if its residual is at most {@value #PROGRESS} of what it was
 * when the iteration last began anew, the iteration begins anew from it. An equilibrium is a fixed point of both.
 *
 * <p>A target density and a ceiling are limits of the proximal map, and what it lacks there are the tolls: u(T) and the pressure.
 *
 * <p>Slow, to 1e-8, where F' or H_pp is infinite somewhere: λ m^γ with γ < 1 in thin crowds, |p|^β with β < 2.
 *
 * <p>Cost of an iteration: ten steps, each a scalar equation a node and products with dense matrices of an axis's nodes, and a nonlinear sweep. Memory: four flows, each
 * of 1 + 2d fields, and ten fields.
 */
public final class AdmmSolver implements EquilibriumSolver {
    private static final String ADVICE = "Try more iterations, a start from a coarser game, or solver newton.";
    private static final int STEPS = 10;
    private static final double PROGRESS = 0.9;

    private final StoppingRule rule;

    /** @param rule when to stop */
    public AdmmSolver(StoppingRule rule) {
        this.rule = rule;
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        SolveLog log = SolveLog.ofConstraints(game, rule, monitor, ADVICE);
        AlternatingDirections directions = new AlternatingDirections(convexForm(game));
        try {
            Guess guess = start == null ? Guess.stationary(game) : start;
            BestResponse response = new BestResponse(game, guess);
            Tolls tolls = new Tolls(game);
            if (start != null) {
                tolls.beginWith(start);
            }
            iterate(tolls, directions, response, guess.m().clone(), log);
        } catch (NumericalFailureException failure) {
            log.fail(failure);
        }
        return log.equilibrium();
    }

    private static ConvexForm convexForm(DiscreteGame game) {
        try {
            return game.convexForm();
        } catch (InvalidInputException e) {
            throw e.at("solver " + AdmmSolverProvider.NAME);
        }
    }

    private static void iterate(
            Tolls tolls, AlternatingDirections directions, BestResponse response, double[] belief, SolveLog log) {
        tolls.charge(response.u());
        double entered = Double.POSITIVE_INFINITY;
        response.to(belief);
        int sweeps = 1;
        while (!log.record(response.u(), response.m(), 1, sweeps)) {
            double residual = log.last().residual();
            if (residual <= PROGRESS * entered) {
                entered = residual;
                directions.enter(response.u(), response.m());
            }
            directions.advance(STEPS);
            directions.density(belief);
            directions.collect(tolls);
            tolls.charge(response.u());
            response.to(belief);
            sweeps = STEPS + 1;
        }
    }
}
