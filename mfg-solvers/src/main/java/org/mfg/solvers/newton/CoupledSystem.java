package org.mfg.solvers.newton;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Parallel;

/**
 * Solves Newton's linear systems by GMRES, in one of two forms:
 *
 * <pre>
 *   (I - L⁻¹ F' M') du = -L⁻¹ r                      a forward and a backward sweep a step
 *   (L - F' M') V y = -r,   du = V y                 with the approximate inverse V of a {@link PreconditionedLinearization}
 * </pre>
 *
 * <p>The first is the cheaper one while it takes few steps. If left to choose, it is given up for the second after {@value #TRIAL} steps if more than
 * {@value #MANY} are to be expected yet, and once a system took more than {@value #MANY}; the second is used from then on while it takes less work for
 * a digit than the first did. Where V fails, by the residual of the system itself, the first is taken after all.
 */
final class CoupledSystem {
    private static final int TRIAL = 20;
    private static final int MANY = 30;
    /** A good approximate inverse takes 3 to 15. */
    private static final int MOST_PRECONDITIONED = 40;
    /** A direction whose residual is larger than this share of the right-hand side is none. */
    private static final double USELESS = 0.5;

    private static final int MOST_FAILURES = 3;

    private final KrylovSettings settings;
    private final Gmres gmres;
    private final double[] rhs;
    private final double[] dm;
    private final double[] direction;
    /** Where the value function does not depend on the crowd, Newton's step is one backward sweep. */
    private final boolean isCoupled;

    private boolean prefersPreconditioned;
    private int failures;
    private double sweeps;
    /** The work for a digit, in sweeps, of the last system that was solved in each way. */
    private double plainWork = Double.POSITIVE_INFINITY;

    private double work;

    CoupledSystem(DiscreteGame game, KrylovSettings settings) {
        this.settings = settings;
        gmres = new Gmres(settings.memory(), Parallel.of(game));
        rhs = new double[game.size()];
        dm = new double[game.size()];
        direction = new double[game.size()];
        isCoupled = game.game().isCoupled();
        prefersPreconditioned = settings.preconditioner() == Preconditioner.MULTIGRID;
    }

    /** Solves with the right-hand side -r, to a relative tolerance; returns the work, in linear forward-backward sweeps. */
    int solve(Linearization linearization, double[] residual, double[] du, double tolerance) {
        sweeps = 0;
        boolean mayPrecondition = settings.preconditioner() != Preconditioner.NONE && failures < MOST_FAILURES;
        if (!isCoupled) {
            backward(linearization, residual, du);
            return 1;
        }
        if (mayPrecondition && linearization instanceof PreconditionedLinearization p) {
            solveEither(p, residual, du, tolerance);
        } else {
            solvePlain(linearization, residual, du, tolerance, (steps, relative) -> true);
        }
        return (int) Math.ceil(sweeps);
    }

    private void solveEither(PreconditionedLinearization p, double[] residual, double[] du, double tolerance) {
        if (!prefersPreconditioned) {
            boolean[] gaveUp = {false};
            Gmres.Result plain = solvePlain(p, residual, du, tolerance, (k, relative) -> {
                boolean isLong = k == TRIAL && k * Math.log(tolerance / relative) < MANY * Math.log(relative);
                gaveUp[0] = isLong && p.prepare();
                return !gaveUp[0];
            });
            prefersPreconditioned = gaveUp[0] || plain.steps() > MANY;
            plainWork = perDigit(plain.steps(), plain.relativeResidual());
            if (!gaveUp[0]) {
                return;
            }
        }
        boolean isSolved = p.prepare() && solvePreconditioned(p, residual, du, tolerance);
        boolean mayChoose = settings.preconditioner() == Preconditioner.AUTO;
        if (!isSolved || (mayChoose && work > plainWork)) {
            failures++;
            prefersPreconditioned = !mayChoose;
        }
        if (!isSolved) {
            solvePlain(p, residual, du, tolerance, (k, relative) -> true);
        }
    }

    private static double perDigit(double work, double reduction) {
        return reduction < 1 ? -work / Math.log10(Math.max(reduction, Double.MIN_NORMAL)) : Double.POSITIVE_INFINITY;
    }

    private Gmres.Result solvePlain(
            Linearization linearization, double[] residual, double[] du, double tolerance, Gmres.Patience patience) {
        backward(linearization, residual, rhs);
        Gmres.Result result = gmres.solve(
                (x, y) -> applyCoupled(linearization, x, y), rhs, du, tolerance, settings.maxSteps(), patience);
        sweeps += result.steps() + 1;
        return result;
    }

    /** Writes -L⁻¹ r. */
    private void backward(Linearization linearization, double[] residual, double[] out) {
        double[] source = direction;
        for (int i = 0; i < source.length; i++) {
            source[i] = -residual[i];
        }
        linearization.backward(null, source, out);
    }

    /** y = (I - L⁻¹ F' M') x. */
    private void applyCoupled(Linearization linearization, double[] x, double[] y) {
        linearization.forward(x, null, dm);
        linearization.backward(dm, null, y);
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] - y[i];
        }
    }

    private boolean solvePreconditioned(
            PreconditionedLinearization linearization, double[] residual, double[] du, double tolerance) {
        for (int i = 0; i < rhs.length; i++) {
            rhs[i] = -residual[i];
        }
        double[] y = new double[rhs.length];
        Gmres.Result result = gmres.solve(
                (x, image) -> {
                    linearization.precondition(x, direction);
                    applyWithoutSolve(linearization, direction, image);
                },
                rhs,
                y,
                tolerance,
                Math.min(MOST_PRECONDITIONED, settings.maxSteps()));
        linearization.precondition(y, du);
        double spent = (result.steps() + 1) * (1 + linearization.cost());
        sweeps += spent;
        work = perDigit(spent, result.relativeResidual());
        applyWithoutSolve(linearization, du, y);
        double left = 0;
        double before = 0;
        for (int i = 0; i < y.length; i++) {
            left += (y[i] + residual[i]) * (y[i] + residual[i]);
            before += residual[i] * residual[i];
        }
        return left <= USELESS * USELESS * before;
    }

    /** y = (L - F' M') x. */
    private void applyWithoutSolve(PreconditionedLinearization linearization, double[] x, double[] y) {
        linearization.forward(x, null, dm);
        linearization.image(dm, x, y);
    }
}
