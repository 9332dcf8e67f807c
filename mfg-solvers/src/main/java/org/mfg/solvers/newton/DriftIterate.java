package org.mfg.solvers.newton;

import java.util.Arrays;
import java.util.Locale;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.api.progress.SolveLog;
import org.mfg.solvers.strategy.StrategyIterate;

/**
 * An iterate of a value function and the momenta p of a policy, near but not at its differences: Newton's method in the drift, for Hamiltonians as |p|^β with β < 2
 * ({@link MomentumForm}). The step is the first of 1, ½, ¼, ... that reduces the length of the residual of
 * Hamilton-Jacobi-Bellman at the value and the crowd that plays p, and of what p lags behind.
 *
 * <p>The value function is the unevaluated sum of u and digits beyond its last one (Dekker 1971). Where agents rest its differences are 0 but for rounding, and of the drift √p of p = 1e-13 the last digits of u would leave nothing.
 * What is recorded is that value function, its rounding u and the crowd that plays it.
 */
final class DriftIterate implements NewtonIterate {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-4;
    /** At rounding, a step has to leave less of the residual than this. */
    private static final double ENOUGH = 0.9;

    private final DiscreteGame game;
    private final MomentumForm form;
    private final DriftSystem system;
    private final Forcing forcing;
    /** For what p lags behind, and residuals that are looked at once. */
    private final double[] lag;

    private final double[] du;
    /** Of a value function, digits included; and what the full step makes of them. */
    private final double[] differences;

    private final double[] ahead;
    /** The crowd that plays a value function itself. */
    private final double[] played;

    private Point at;
    private Point trial;
    private double step = 1;
    private int sweeps;

    /** A value function u + digits and momenta p, with the crowd that plays p, and what is left of the equations. */
    private final class Point {
        final double[] u = new double[game.size()];
        final double[] digits = new double[game.size()];
        final double[] p = new double[form.size()];
        final double[] m = new double[game.size()];
        final double[] residual = new double[game.size()];
        double norm;

        void measure() {
            form.forward(p, m);
            game.backwardResidual(u, m, residual);
            form.differences(u, digits, differences);
            norm = Math.hypot(length(residual), form.distance(differences, p));
        }

        /** The length of the residual with the crowd that plays the value itself. */
        double playedNorm() {
            form.differences(u, digits, differences);
            form.forward(differences, played);
            game.backwardResidual(u, played, lag);
            return length(lag);
        }

        /** Becomes from + step du; the sums of two numbers are their rounding and what that leaves (Knuth 1969). */
        void moveFrom(Point from) {
            for (int i = 0; i < du.length; i++) {
                double by = from.digits[i] + step * du[i];
                double sum = from.u[i] + by;
                double added = sum - from.u[i];
                u[i] = sum;
                digits[i] = (from.u[i] - (sum - added)) + (by - added);
            }
        }
    }

    DriftIterate(DiscreteGame game, MomentumForm form, double[] start, KrylovSettings krylov, WorkFields fields) {
        this.game = game;
        this.form = form;
        system = new DriftSystem(game, krylov, fields);
        forcing = new Forcing(krylov.tolerance());
        lag = new double[game.size()];
        du = new double[game.size()];
        differences = new double[form.size()];
        ahead = new double[form.size()];
        played = new double[game.size()];
        at = new Point();
        trial = new Point();
        restartFrom(start);
    }

    @Override
    public void restartFrom(double[] start) {
        System.arraycopy(start, 0, at.u, 0, start.length);
        StrategyIterate.settleExits(game, at.u);
        Arrays.fill(at.digits, 0);
        form.differences(at.u, at.p);
        at.measure();
        forcing.restart();
    }

    @Override
    public double[] u() {
        return at.u;
    }

    @Override
    public boolean record(SolveLog log, double step, int sweeps) {
        form.differences(at.u, at.digits, differences);
        form.forward(differences, played);
        return log.record(at.u, at.digits, played, step, sweeps);
    }

    /** What is known of it beyond its last digits; valid until the next step. */
    double[] digits() {
        return at.digits;
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
        game.forward(at.u, played);
        game.backwardResidual(at.u, played, lag);
        double largest = 1;
        double residual = 0;
        for (int i = 0; i < at.u.length; i++) {
            largest = Math.max(largest, Math.abs(at.u[i]));
            residual = Math.max(residual, Math.abs(lag[i]));
        }
        String solutions = system.account();
        return String.format(
                        Locale.ROOT,
                        "Newton's steps were taken in the drift, with a value function of which u is the rounding; the residual of u itself is %.0e.",
                        residual / largest)
                + (solutions.isEmpty() ? "" : " " + solutions);
    }

    @Override
    public boolean advance(double enough, double residual) {
        form.differences(at.u, at.digits, differences);
        StepwiseLinearization linearization = form.linearize(at.p, differences, at.m);
        form.lag(differences, at.p, at.m, lag);
        sweeps = system.solve(linearization, at.residual, lag, du, forcing.tolerance(enough, residual) * at.norm);
        form.differences(du, ahead);
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] += differences[i];
        }
        for (step = 1; step >= SMALLEST_STEP; step /= 2) {
            moveTrial();
            if (measureTrial() <= (1 - SUFFICIENT_DECREASE * step) * at.norm) {
                accept();
                return true;
            }
        }
        // The length may be at rounding before the lag is: what the crowd of the value itself leaves tells more.
        step = 1;
        moveTrial();
        if (measureTrial() < Double.POSITIVE_INFINITY && trial.playedNorm() < ENOUGH * at.playedNorm()) {
            accept();
            return true;
        }
        return false;
    }

    private void moveTrial() {
        trial.moveFrom(at);
        form.move(at.p, ahead, step, trial.p);
    }

    private void accept() {
        forcing.reduced(trial.norm / at.norm);
        Point accepted = trial;
        trial = at;
        at = accepted;
    }

    private double measureTrial() {
        try {
            trial.measure();
        } catch (NumericalFailureException fails) {
            return Double.POSITIVE_INFINITY;
        }
        return trial.norm;
    }

    private static double length(double[] v) {
        double sum = 0;
        for (double vi : v) {
            sum += vi * vi;
        }
        return Math.sqrt(sum);
    }
}
