package org.mfg.solvers.newton;

import java.util.Locale;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.progress.SolveLog;
import org.mfg.solvers.direct.SpaceTimeElimination;

/**
 * An iterate of a value function u and the momenta p of a policy, near but not at Du: Newton's method in the drift, for Hamiltonians as |p|^β with β < 2
 * ({@link MomentumForm}). The linear systems are solved exactly; the step is the first of 1, ½, ¼, ... that reduces the length of the residual of
 * Hamilton-Jacobi-Bellman at (u, forward(p)) and of what p lags behind Du. What is recorded is u and the crowd that plays u itself.
 */
final class DriftIterate implements NewtonIterate {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-4;
    /** The operations of a sweep at a node. */
    private static final double OPERATIONS_OF_SWEEP = 250;

    private final DiscreteGame game;
    private final MomentumForm form;
    private final SpaceTimeElimination elimination;
    private final double[] source;
    private final double[] lag;
    private final double[] du;
    private final double[] dm;
    private final int sweeps;
    private Point at;
    private Point trial;
    private double step = 1;

    /** A pair (u, p) with the crowd that plays p, and what is left of the equations. */
    private final class Point {
        final double[] u = new double[game.size()];
        final double[] p = new double[form.size()];
        final double[] m = new double[game.size()];
        final double[] residual = new double[game.size()];
        double norm;

        void measure() {
            form.forward(p, m);
            game.backwardResidual(u, m, residual);
            double sum = 0;
            for (double r : residual) {
                sum += r * r;
            }
            norm = Math.hypot(Math.sqrt(sum), form.distance(u, p));
        }
    }

    DriftIterate(DiscreteGame game, MomentumForm form, double[] start) {
        this.game = game;
        this.form = form;
        elimination = new SpaceTimeElimination(game);
        source = new double[game.size()];
        lag = new double[game.size()];
        du = new double[game.size()];
        dm = new double[game.size()];
        at = new Point();
        trial = new Point();
        sweeps = (int) Math.ceil(SpaceTimeElimination.operations(game) / (OPERATIONS_OF_SWEEP * game.size()));
        restartFrom(start);
    }

    @Override
    public void restartFrom(double[] start) {
        System.arraycopy(start, 0, at.u, 0, start.length);
        form.differences(at.u, at.p);
        at.measure();
    }

    @Override
    public double[] u() {
        return at.u;
    }

    @Override
    public boolean record(SolveLog log, double step, int sweeps) {
        game.forward(at.u, trial.m);
        return log.record(at.u, trial.m, step, sweeps);
    }

    @Override
    public double residualNorm() {
        return at.norm;
    }

    @Override
    public double step() {
        return step;
    }

    @Override
    public int sweeps() {
        return sweeps;
    }

    @Override
    public String account() {
        form.differences(at.u, trial.p);
        double lagging = 0;
        for (int i = 0; i < trial.p.length; i++) {
            lagging = Math.max(lagging, at.p[i] == trial.p[i] ? 0 : Math.abs(at.p[i] - trial.p[i]));
        }
        double largest = 1;
        double residual = 0;
        for (int i = 0; i < at.u.length; i++) {
            largest = Math.max(largest, Math.abs(at.u[i]));
            residual = Math.max(residual, Math.abs(at.residual[i]));
        }
        return String.format(
                Locale.ROOT,
                "Newton's steps were taken in the drift: with momenta that differ from those of u by at most %.0e the residual is %.0e.",
                lagging,
                residual / largest);
    }

    @Override
    public boolean advance(double enough) {
        StepwiseLinearization linearization = form.linearize(at.p, at.m);
        for (int i = 0; i < source.length; i++) {
            source[i] = -at.residual[i];
        }
        form.lag(at.u, at.p, at.m, lag);
        elimination.solve(linearization, source, lag, du, dm);
        for (step = 1; step >= SMALLEST_STEP; step /= 2) {
            for (int i = 0; i < du.length; i++) {
                trial.u[i] = at.u[i] + step * du[i];
            }
            form.move(at.p, at.u, du, step, trial.p);
            if (measureTrial() <= (1 - SUFFICIENT_DECREASE * step) * at.norm) {
                Point accepted = trial;
                trial = at;
                at = accepted;
                return true;
            }
        }
        return false;
    }

    private double measureTrial() {
        try {
            trial.measure();
        } catch (NumericalFailureException fails) {
            return Double.POSITIVE_INFINITY;
        }
        return trial.norm;
    }
}
