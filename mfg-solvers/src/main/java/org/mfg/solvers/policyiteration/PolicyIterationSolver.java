package org.mfg.solvers.policyiteration;

import org.jspecify.annotations.Nullable;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.strategy.StrategyIterate;

/**
 * Policy iteration for mean field games (Cacace, Camilli and Goffi 2021, ESAIM: COCV 27, 85), damped (Laurière, Song and Tang 2023,
 * who smooth the policy):
 *
 * <pre>
 *   m = forward(u)                          the population that plays the policy of u
 *   u_policy = u - L⁻¹ r(u, m)              what that policy costs against m: a linear backward sweep
 *   u ← u + s (u_policy - u)                and so the next policy, for the first s = S, S/2, S/4, ... with less residual ‖r‖
 * </pre>
 *
 * <p>S is twice the last s, at most 1. Undamped (s = 1) it converges for weak couplings or short horizons; where the coupling is strong
 * the damping plays the part of Picard's relaxation, found as it goes. Linear convergence. It is Newton's method without the
 * coupling's part in the linear system.
 *
 * <p>An iteration costs a linearisation, a linear backward sweep and a forward sweep for each s tried. Memory: eight
 * fields.
 */
public final class PolicyIterationSolver implements EquilibriumSolver {
    private static final String ADVICE = "Try solver newton.";

    private final StoppingRule rule;

    /** @param rule when to stop */
    public PolicyIterationSolver(StoppingRule rule) {
        this.rule = rule;
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        SolveLog log = new SolveLog(game, rule, monitor, ADVICE);
        try {
            double[] u = start == null ? Guess.stationary(game).u() : start.u();
            iterate(game, new StrategyIterate(game, u, log.fields()), log);
        } catch (NumericalFailureException failure) {
            log.fail(failure);
        }
        return log.equilibrium();
    }

    private static void iterate(DiscreteGame game, StrategyIterate strategy, SolveLog log) {
        double[] change = new double[game.size()];
        double[] source = new double[game.size()];
        boolean over = log.record(strategy.u(), strategy.m(), 1, 0);
        while (!over) {
            for (int i = 0; i < source.length; i++) {
                source[i] = -strategy.residual()[i];
            }
            game.linearize(strategy.u(), strategy.m()).backward(null, source, change);
            if (strategy.moveAlong(change, Math.min(1, 2 * strategy.step()))) {
                over = log.record(strategy.u(), strategy.m(), strategy.step(), 1);
            } else {
                log.stop(Status.STALLED, "no change towards the policy's own cost reduces the residual");
                over = true;
            }
        }
    }
}
