package org.mfg.solvers.anderson;

import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.belief.BeliefIteration;
import org.mfg.solvers.belief.BestResponse;

/**
 * Anderson acceleration of the fixed-point iteration on the belief b (Anderson 1965; Walker and Ni 2011, SIAM J. Numer.
 * Anal. 49, 1715-1735). With f = Φ(b) - b and Δ the differences of the last iterates:
 *
 * <pre>
 *   γ = argmin ‖f - Σ γ_j Δf_j‖,   b ← max(0, b + μ f - Σ γ_j (Δb_j + μ Δf_j))
 * </pre>
 *
 * <p>Near an equilibrium it converges as fast as GMRES with the same memory. Extrapolation can make a belief negative; it is cut
 * at 0, which leaves no trace in the results, since the density reported is the one that the scheme computes from u. When the defect
 * grows much above the least so far, the memory is emptied and the next step is a plain damped one.
 *
 * <p>An iteration costs a nonlinear backward and a forward sweep. Memory: two fields for each remembered iterate.
 */
public final class AndersonSolver implements EquilibriumSolver {
    private static final String ADVICE = "Try a smaller mixing, a larger memory, or solver newton.";
    private static final double TOO_MUCH_GROWTH = 4;

    private final StoppingRule rule;
    private final int memory;
    private final double mixing;

    /**
     * @param rule when to stop
     * @param memory the differences to keep, >= 1
     * @param mixing μ in (0, 1]
     */
    public AndersonSolver(StoppingRule rule, int memory, double mixing) {
        this.rule = rule;
        this.memory = memory;
        this.mixing = mixing;
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        BeliefIteration iteration = this::iterate;
        return iteration.solve(game, start, new SolveLog(game, rule, monitor, ADVICE));
    }

    private void iterate(double[] belief, BestResponse response, SolveLog log) {
        Mixing history = new Mixing(belief.length, memory, mixing);
        double least = Double.POSITIVE_INFINITY;
        response.to(belief);
        while (!log.record(response.u(), response.m(), mixing, 1)) {
            double defect = response.distanceTo(belief);
            if (defect > TOO_MUCH_GROWTH * least) {
                history.forget();
                least = defect;
            }
            least = Math.min(least, defect);
            history.advance(belief, response.m());
            response.to(belief);
        }
    }
}
