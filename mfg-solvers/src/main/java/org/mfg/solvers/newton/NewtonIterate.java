package org.mfg.solvers.newton;

import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.solvers.krylov.Gmres;

/** An iterate u of Newton's method, m = forward(u), and the step to the next one. */
final class NewtonIterate {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-4;
    /** Tighter than this, the linear systems are solved to no avail; unless the settings ask for more. */
    private static final double TIGHTEST_KRYLOV_TOLERANCE = 1e-4;

    private final DiscreteGame game;
    private final KrylovSettings krylov;
    private final Gmres gmres;
    private final int size;
    private double[] u;
    private double[] m;
    private double[] trialU;
    private double[] trialM;
    private double[] residual;
    private double[] trialResidual;
    private final double[] rhs;
    private final double[] du;
    private final double[] dm;
    private double norm;
    private double krylovTolerance;
    private double step;
    private int sweeps;

    NewtonIterate(DiscreteGame game, double[] start, KrylovSettings krylov) {
        this.game = game;
        this.krylov = krylov;
        gmres = new Gmres(krylov.memory());
        size = game.size();
        u = start.clone();
        m = new double[size];
        trialU = new double[size];
        trialM = new double[size];
        residual = new double[size];
        trialResidual = new double[size];
        rhs = new double[size];
        du = new double[size];
        dm = new double[size];
        restart();
    }

    /** Goes on from another value function. */
    void restartFrom(double[] start) {
        System.arraycopy(start, 0, u, 0, size);
        restart();
    }

    private void restart() {
        game.forward(u, m);
        game.backwardResidual(u, m, residual);
        norm = norm(residual);
        krylovTolerance = krylov.tolerance();
    }

    double[] u() {
        return u;
    }

    double[] m() {
        return m;
    }

    /** The length of the scaled residual of the Hamilton-Jacobi-Bellman equation. */
    double residualNorm() {
        return norm;
    }

    /** The step length of the last advance. */
    double step() {
        return step;
    }

    /** The linear forward-backward sweeps of the last advance. */
    int sweeps() {
        return sweeps;
    }

    /** Makes one damped Newton step; false if no step reduces the residual. */
    boolean advance() {
        direction();
        double before = norm;
        for (step = 1; step >= SMALLEST_STEP; step /= 2) {
            double trialNorm = tryStep();
            if (trialNorm <= (1 - SUFFICIENT_DECREASE * step) * before) {
                accept(trialNorm);
                double ratio = norm / before;
                krylovTolerance = Math.min(krylov.tolerance(), Math.max(TIGHTEST_KRYLOV_TOLERANCE, ratio * ratio));
                return true;
            }
        }
        return false;
    }

    private void direction() {
        Linearization linearization = game.linearize(u, m);
        for (int i = 0; i < size; i++) {
            trialResidual[i] = -residual[i];
        }
        linearization.backward(null, trialResidual, rhs);
        Gmres.Result result =
                gmres.solve((x, y) -> applyCoupled(linearization, x, y), rhs, du, krylovTolerance, krylov.maxSteps());
        sweeps = result.steps() + 1;
    }

    /** y = (I - L⁻¹ F' M') x. */
    private void applyCoupled(Linearization linearization, double[] x, double[] y) {
        linearization.forward(x, null, dm);
        linearization.backward(dm, null, y);
        for (int i = 0; i < size; i++) {
            y[i] = x[i] - y[i];
        }
    }

    /** The residual's length after the current step length; infinite where a sweep fails. */
    private double tryStep() {
        for (int i = 0; i < size; i++) {
            trialU[i] = u[i] + step * du[i];
        }
        return measureTrial();
    }

    private double measureTrial() {
        System.arraycopy(m, 0, trialM, 0, size);
        try {
            game.forward(trialU, trialM);
            game.backwardResidual(trialU, trialM, trialResidual);
        } catch (NumericalFailureException e) {
            return Double.POSITIVE_INFINITY;
        }
        return norm(trialResidual);
    }

    private void accept(double trialNorm) {
        double[] swap = u;
        u = trialU;
        trialU = swap;
        swap = m;
        m = trialM;
        trialM = swap;
        swap = residual;
        residual = trialResidual;
        trialResidual = swap;
        norm = trialNorm;
    }

    /** Whether changing u in its last digit changes the residual by a tenth of itself or more. */
    boolean isAtRoundOff() {
        for (int i = 0; i < size; i++) {
            trialU[i] = (i & 1) == 0 ? Math.nextUp(u[i]) : u[i];
        }
        measureTrial();
        for (int i = 0; i < size; i++) {
            trialResidual[i] -= residual[i];
        }
        return norm(trialResidual) >= 0.1 * norm;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double vi : v) {
            sum += vi * vi;
        }
        return Math.sqrt(sum);
    }
}
