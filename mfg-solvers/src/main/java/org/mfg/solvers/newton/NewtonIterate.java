package org.mfg.solvers.newton;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Parallel;
import org.mfg.solvers.strategy.StrategyIterate;

/** An iterate of Newton's method and the step to the next one. */
final class NewtonIterate {
    /** Tighter than this, the linear systems are solved to no avail; unless the settings ask for more. */
    private static final double TIGHTEST_KRYLOV_TOLERANCE = 1e-4;

    private final DiscreteGame game;
    private final StrategyIterate strategy;
    private final KrylovSettings krylov;
    private final Gmres gmres;
    private final double[] source;
    private final double[] rhs;
    private final double[] du;
    private final double[] dm;
    /** Whether the value function depends on the crowd: where it does not, Newton's step is one backward sweep. */
    private final boolean isCoupled;

    private double krylovTolerance;
    private int sweeps;

    NewtonIterate(DiscreteGame game, double[] start, KrylovSettings krylov) {
        this.game = game;
        this.krylov = krylov;
        strategy = new StrategyIterate(game, start);
        gmres = new Gmres(krylov.memory(), Parallel.of(game));
        source = new double[game.size()];
        rhs = new double[game.size()];
        du = new double[game.size()];
        dm = new double[game.size()];
        krylovTolerance = krylov.tolerance();
        isCoupled = isCoupled(game.game());
    }

    /** Of an ergodic game it is the one that the crowd has on average 0 of. */
    private static boolean isCoupled(MeanFieldGame game) {
        boolean isFelt = game.isErgodic() || game.hamiltonian().dependsOnDensity();
        return isFelt
                || !game.couplings().isEmpty()
                || !game.terminalCouplings().isEmpty();
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

    /** Makes one damped Newton step; false if no step reduces the residual. */
    boolean advance() {
        direction();
        double before = strategy.residualNorm();
        if (!strategy.moveAlong(du, 1)) {
            return false;
        }
        double ratio = strategy.residualNorm() / before;
        krylovTolerance = Math.min(krylov.tolerance(), Math.max(TIGHTEST_KRYLOV_TOLERANCE, ratio * ratio));
        return true;
    }

    private void direction() {
        Linearization linearization = game.linearize(strategy.u(), strategy.m());
        double[] residual = strategy.residual();
        for (int i = 0; i < source.length; i++) {
            source[i] = -residual[i];
        }
        linearization.backward(null, source, rhs);
        if (!isCoupled) {
            System.arraycopy(rhs, 0, du, 0, du.length);
            sweeps = 1;
            return;
        }
        Gmres.Result result =
                gmres.solve((x, y) -> applyCoupled(linearization, x, y), rhs, du, krylovTolerance, krylov.maxSteps());
        sweeps = result.steps() + 1;
    }

    /** y = (I - L⁻¹ F' M') x. */
    private void applyCoupled(Linearization linearization, double[] x, double[] y) {
        linearization.forward(x, null, dm);
        linearization.backward(dm, null, y);
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] - y[i];
        }
    }
}
