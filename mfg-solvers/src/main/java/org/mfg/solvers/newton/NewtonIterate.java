package org.mfg.solvers.newton;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.solvers.strategy.StrategyIterate;

/** An iterate of Newton's method and the step to the next one. */
final class NewtonIterate {
    /** Tighter than this, the linear systems are solved to no avail; unless the settings ask for more. */
    private static final double TIGHTEST_KRYLOV_TOLERANCE = 1e-4;

    private final DiscreteGame game;
    private final StrategyIterate strategy;
    private final KrylovSettings krylov;
    private final CoupledSystem system;
    private final double[] du;
    private double krylovTolerance;
    private int sweeps;

    NewtonIterate(DiscreteGame game, double[] start, KrylovSettings krylov) {
        this.game = game;
        this.krylov = krylov;
        strategy = new StrategyIterate(game, start);
        system = new CoupledSystem(game, krylov);
        du = new double[game.size()];
        krylovTolerance = krylov.tolerance();
    }

    /** Goes on from another value function. */
    void restartFrom(double[] start) {
        strategy.restartFrom(start);
        krylovTolerance = krylov.tolerance();
    }

    StrategyIterate strategy() {
        return strategy;
    }

    /** The linear forward-backward sweeps of the last advance. */
    int sweeps() {
        return sweeps;
    }

    /** What was done for the linear systems, in a sentence; empty if nothing but sweeps. */
    String account() {
        return system.account();
    }

    /**
     * Makes one damped Newton step; false if no step reduces the residual.
     *
     * @param enough the reduction of the residual that is enough: the linear system is not solved much more exactly than that (Kelley 1995, section 6.3)
     */
    boolean advance(double enough) {
        double tolerance = Math.min(krylov.tolerance(), Math.max(krylovTolerance, enough));
        Linearization linearization = game.linearize(strategy.u(), strategy.m());
        sweeps = system.solve(linearization, strategy.residual(), du, tolerance);
        double before = strategy.residualNorm();
        if (!strategy.moveAlong(du, 1)) {
            int again = system.solveAgain(linearization, strategy.residual(), du, tolerance);
            sweeps += again;
            if (again == 0 || !strategy.moveAlong(du, 1)) {
                return false;
            }
        }
        double ratio = strategy.residualNorm() / before;
        krylovTolerance = Math.min(krylov.tolerance(), Math.max(TIGHTEST_KRYLOV_TOLERANCE, ratio * ratio));
        return true;
    }
}
