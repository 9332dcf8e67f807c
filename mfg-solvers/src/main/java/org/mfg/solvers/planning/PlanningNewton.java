package org.mfg.solvers.planning;

import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;

/**
 * Newton's method for games with a target density (planning, optimal transport), on their concave dual: of all tolls u(T) and costs F(b) those of the equilibrium make the most of
 *
 * <pre>
 *   D = Σ w (m0 u(0) - m_T u(T)) - Σ Δt Σ w U*(F(b)),   u = backward(b, u(T)),   U' = F.
 * </pre>
 *
 * <p>The scheme is monotone and its Fokker-Planck equation the adjoint of its linearised Hamilton-Jacobi-Bellman equation, so that D is as concave on the grid as in the continuum, and its derivatives
 * are w (m(T) - m_T) in u(T) and Δt w (m - b) in F(b), with m = forward(u).
 *
 * <pre>
 *   (v, db) ← {@linkplain DualStep Newton's step};   u^{nt-1} + s v,  b + s db,   s = 1, ½, ¼, ... until D rises
 *   u(T) from u^{nt-1},   u = backward(b, u(T)),   m = forward(u)
 * </pre>
 *
 * <p>The unknown is the value a step before the end and not u(T), of which m(T) is a function with much more curvature. As D is what steps raise, and no norm of residuals, they are long. Where crowds mind each other a lot, the step goes {@linkplain Along along the value}.
 *
 * <p>Cost of an iteration: a linearisation, 5 to 20 linear sweeps (up to some hundred where couplings are strong and noise is small) and an elimination on the nodes of one level; a nonlinear backward and a forward sweep a trial step. 15 to 50 iterations. Memory: 12 fields besides the linearisation's, with a
 * coupling 26.
 */
public final class PlanningNewton implements EquilibriumSolver {
    private static final String ADVICE =
            "Try a larger viscosity, a finer grid, or a target that asks for less in the time there is.";

    private final StoppingRule rule;

    /** @param rule when to stop */
    public PlanningNewton(StoppingRule rule) {
        this.rule = rule;
    }

    /**
     * Whether a game has such a dual: with a target and no ceiling, discount, deaths or states, a Hamiltonian without density and a drift that is smooth in u, and couplings that do not fall, as far as its first and its last density
     * tell.
     */
    public static boolean solves(DiscreteGame game) {
        MeanFieldGame g = game.game();
        return game.targetDensity().isPresent()
                && g.ceiling().isEmpty()
                && g.discount() == 0
                && g.death().isEmpty()
                && g.domain().statesAxis() < 0
                && !g.hamiltonian().dependsOnDensity()
                && game.momentumForm().isEmpty()
                && !falls(game, game.initialDensity())
                && !falls(game, game.targetDensity().orElseThrow());
    }

    /** Whether costs are less somewhere where there are twice as many. */
    private static boolean falls(DiscreteGame game, double[] density) {
        if (!game.game().isCoupled()) {
            return false;
        }
        double[] u = new double[game.size()];
        double[] m = new double[game.size()];
        double[] before = new double[game.size()];
        double[] after = new double[game.size()];
        for (int k = 0; k < m.length; k++) {
            m[k] = density[k % density.length];
        }
        game.backwardResidual(u, m, before);
        for (int k = 0; k < m.length; k++) {
            m[k] *= 2;
        }
        game.backwardResidual(u, m, after);
        for (int k = 0; k < m.length; k++) {
            if (after[k] > before[k]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void check(DiscreteGame game) {
        if (!solves(game)) {
            throw InvalidInputException.because(
                    "game", "game must have a target density and a concave dual to be solved on it");
        }
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        check(game);
        SolveLog log = SolveLog.ofConstraints(game, rule, monitor, ADVICE);
        try {
            new Ascent(game, start, log).lead();
        } catch (NumericalFailureException failure) {
            log.fail(failure);
        }
        return log.equilibrium();
    }
}
