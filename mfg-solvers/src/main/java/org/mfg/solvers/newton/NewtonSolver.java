package org.mfg.solvers.newton;

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
import org.mfg.solvers.constrained.ConstrainedNewton;
import org.mfg.solvers.planning.PlanningNewton;

/**
 * Newton's method on the coupled system (Achdou and Capuzzo-Dolcetta 2010; Achdou and Perez 2012), in the value function
 * alone: the density is eliminated, m = forward(u), so that every iterate is a strategy and the population that plays it,
 * positive and of mass 1.
 *
 * <pre>
 *   (I - L⁻¹ F' M') du = -L⁻¹ r(u, forward(u)),   M' = -L*⁻¹ C      by GMRES: a forward and a backward sweep a step
 *   u ← u + s du,   s = 1, ½, ¼, ... until ‖r‖ falls
 * </pre>
 *
 * <p>Inexact (Dembo, Eisenstat and Steihaug 1982): the linear systems are solved to a relative tolerance that tightens with
 * the residual. Converges from the stationary guess for monotone couplings but where a small viscosity meets a strong
 * coupling; there, when no step reduces the residual, it solves the game with a larger viscosity first and follows the
 * equilibrium down to the viscosity asked for. May stall at a game with several equilibria. Games with a target density or a ceiling are {@link
 * ConstrainedNewton}'s.
 *
 * <p>Cost of an iteration: one linearisation, 5 to 15 linear forward-backward sweeps (15 to 60 where viscosity is small
 * and coupling strong, with the linearisation's preconditioner; hundreds where it offers none; on small grids no more than twice an exact solution), one forward sweep a trial step. Memory: a field for each Krylov step, up to the restart.
 */
public final class NewtonSolver implements EquilibriumSolver {
    private static final String ADVICE = "Try a larger viscosity or a finer time grid, a start from a coarser or easier"
            + " game, or solver policy-iteration or anderson; or admm, if the game has a potential, with little noise or none.";

    /** A last step is to lead so far beyond the tolerance. */
    private static final double BEYOND = 0.1;

    private final StoppingRule rule;
    private final KrylovSettings krylov;
    private final boolean continuation;

    /**
     * @param rule when to stop
     * @param krylov how to solve the linear systems
     * @param continuation whether to start again from larger viscosities when it stalls
     */
    public NewtonSolver(StoppingRule rule, KrylovSettings krylov, boolean continuation) {
        this.rule = rule;
        this.krylov = krylov;
        this.continuation = continuation;
    }

    /** Newton's method with the default settings. */
    public NewtonSolver(StoppingRule rule) {
        this(rule, KrylovSettings.DEFAULT, true);
    }

    @Override
    public void check(DiscreteGame game) {
        if (game.game().isConstrained()) {
            constrained(game).check(game);
        }
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        if (game.game().isConstrained()) {
            return constrained(game).solve(game, start, monitor);
        }
        SolveLog log = new SolveLog(game, rule, monitor, ADVICE);
        try {
            NewtonIterate iterate = NewtonIterate.of(game, valueOf(start, game), krylov, log.fields());
            // Two fields that nobody else may need.
            start = null;
            iterate(game, iterate, log);
            if (!iterate.account().isEmpty()) {
                log.note(iterate.account());
            }
        } catch (NumericalFailureException failure) {
            log.fail(failure);
        }
        return log.equilibrium();
    }

    private EquilibriumSolver constrained(DiscreteGame game) {
        return PlanningNewton.solves(game) ? new PlanningNewton(rule) : new ConstrainedNewton(rule);
    }

    private static double[] valueOf(@Nullable Guess start, DiscreteGame game) {
        return start == null ? Guess.stationary(game).u() : start.u();
    }

    private void iterate(DiscreteGame game, NewtonIterate iterate, SolveLog log) {
        boolean mayContinue = continuation && ViscosityContinuation.isPossible(game);
        boolean over = iterate.record(log, 1, 0);
        while (!over) {
            double residual = log.last().residual();
            if (iterate.advance(BEYOND * rule.tolerance() / residual, residual)) {
                over = iterate.record(log, iterate.step(), iterate.sweeps());
            } else if (mayContinue && !log.isAtRoundOff()) {
                mayContinue = false;
                over = new ViscosityContinuation(game, krylov, log).lead(iterate);
            } else {
                log.stop(Status.STALLED, "no step along Newton's direction reduces the residual");
                over = true;
            }
        }
    }
}
