package org.mfg.solvers.picard;

import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.belief.BeliefIteration;
import org.mfg.solvers.belief.BestResponse;

/**
 * The damped fixed-point iteration on the belief b about the population:
 *
 * <pre>
 *   u = backward(b),   m = forward(u),   b ← (1 - θ) b + θ m
 * </pre>
 *
 * <p>Converges linearly, by about 1 - θ a step, if θ is small enough for the coupling: less than 2/(1 + κ) with κ the largest
 * gain of the best response (monotone couplings make it overreact). With a larger θ the population swings between two
 * strategies for ever; this is detected. See Achdou and Laurière (2020), Mean field games and applications: numerical
 * aspects, section 4.1.
 *
 * <p>An iteration costs a nonlinear backward and a forward sweep. Memory: three fields.
 */
public final class PicardSolver implements EquilibriumSolver {
    private static final String ADVICE = "Try a smaller relaxation, or solver anderson or newton.";

    private final StoppingRule rule;
    private final double relaxation;

    /**
     * @param rule when to stop
     * @param relaxation θ in (0, 1]
     */
    public PicardSolver(StoppingRule rule, double relaxation) {
        this.rule = rule;
        this.relaxation = relaxation;
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        BeliefIteration iteration = this::iterate;
        return iteration.solve(game, start, new SolveLog(game, rule, monitor, ADVICE));
    }

    private void iterate(double[] belief, BestResponse response, SolveLog log) {
        Oscillation oscillation = new Oscillation(belief.length);
        response.to(belief);
        while (!log.record(response.u(), response.m(), relaxation, 1)) {
            if (oscillation.isSeenIn(response.m(), belief)) {
                log.stop(
                        Status.STALLED,
                        "the population swings back and forth between two strategies: relaxation " + relaxation
                                + " is too large for this coupling");
                return;
            }
            for (int i = 0; i < belief.length; i++) {
                belief[i] += relaxation * (response.m()[i] - belief[i]);
            }
            response.to(belief);
        }
    }
}
