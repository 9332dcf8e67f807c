package org.mfg.solvers.newton;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Parallel;

/**
 * Solves Newton's linear systems A du = -r by GMRES, in one of two forms: {@linkplain PlainForm by sweeps alone}, cheap steps of which there may be
 * hundreds, or {@linkplain PreconditionedForm preconditioned}, a few steps of several sweeps each.
 *
 * <p>If left to choose, it begins with the one that is expected to take less work, by what each took for a digit last. The other goes on from there
 * when it would take clearly less for the rest: so a form that does not get on costs a few steps.
 */
final class CoupledSystem {
    /** To take over from sweeps alone, the other form has to be cheaper by so much, */
    private static final double CLEARLY = 1.25;
    /** the other way round by more, since sweeps take longer for a digit the longer they go on, */
    private static final double PATIENT = 2;
    /** and both for so many digits more, since they begin again. */
    private static final double LOST_DIGITS = 0.5;
    /** What is left for a form is reduced by as much at least: each measures it by another length. */
    private static final double LOOSEST = 0.5;

    private final Preconditioner preconditioner;
    private final PlainForm plain;
    private final PreconditionedForm preconditioned;
    /** r + A du. */
    private final double[] left;

    private final double[] part;
    private final double[] trial;
    /** Where the value function does not depend on the crowd, Newton's step is one backward sweep. */
    private final boolean isCoupled;

    private double sweeps;
    /** Whether the last direction is one of the preconditioned form. */
    private boolean isPreconditioned;

    private boolean isGivenUp;
    private int systems;
    private int preconditionedSystems;

    CoupledSystem(DiscreteGame game, KrylovSettings settings) {
        preconditioner = settings.preconditioner();
        Gmres gmres = new Gmres(settings.memory(), Parallel.of(game));
        plain = new PlainForm(gmres, game.size(), settings.maxSteps());
        preconditioned = new PreconditionedForm(gmres, game.size(), settings.maxSteps());
        int room = preconditioner == Preconditioner.NONE ? 0 : game.size();
        left = new double[room];
        part = new double[room];
        trial = new double[room];
        isCoupled = game.game().isCoupled();
    }

    /** Solves with the right-hand side -r, to a relative tolerance; returns the work, in linear forward-backward sweeps. */
    int solve(Linearization linearization, double[] residual, double[] du, double tolerance) {
        if (!isCoupled) {
            plain.backward(linearization, residual, du);
            return 1;
        }
        systems++;
        boolean mayPrecondition = preconditioner != Preconditioner.NONE && !isGivenUp;
        if (!mayPrecondition || !(linearization instanceof PreconditionedLinearization p)) {
            return 1
                    + plain.solve(linearization, residual, du, tolerance, SystemForm.Judge.NONE)
                            .steps();
        }
        sweeps = 0;
        isPreconditioned = false;
        Arrays.fill(du, 0);
        System.arraycopy(residual, 0, left, 0, left.length);
        Task task = new Task(p, residual, du, tolerance * length(residual));
        if (preconditioner == Preconditioner.AUTO) {
            takeTurns(task);
        } else if (!p.prepare() || !turn(preconditioned, task, SystemForm.Judge.NONE)) {
            turn(plain, task, SystemForm.Judge.NONE);
        }
        if (isPreconditioned) {
            preconditionedSystems++;
        }
        return (int) Math.ceil(sweeps);
    }

    /** What was preconditioned, in a sentence; empty if nothing was. */
    String account() {
        if (preconditionedSystems == 0) {
            return "";
        }
        return "Multigrid preconditioned " + preconditionedSystems + " of the " + systems
                + " linear systems of this grid.";
    }

    /**
     * Solves by sweeps alone where the direction found before was of no use, and from then on: near a kink of the Hamiltonian the two lead to different places.
     *
     * @return the work; 0 if that is what was done before
     */
    int solveAgain(Linearization linearization, double[] residual, double[] du, double tolerance) {
        if (!isPreconditioned) {
            return 0;
        }
        isPreconditioned = false;
        isGivenUp = true;
        return 1
                + plain.solve(linearization, residual, du, tolerance, SystemForm.Judge.NONE)
                        .steps();
    }

    private void takeTurns(Task task) {
        boolean beginsPlain = plain.workPerDigit() <= preconditioned.workPerDigit();
        if (beginsPlain) {
            preconditioned.hope();
            if (turn(plain, task, patience(CLEARLY, task))) {
                return;
            }
        }
        if (!task.linearization.prepare()) {
            if (!beginsPlain) {
                turn(plain, task, SystemForm.Judge.NONE);
            }
            return;
        }
        // Where neither gets on, the line search decides what the direction is good for.
        if (!turn(preconditioned, task, (work, digits) -> isBeaten(work, digits, PATIENT, plain))
                && !turn(plain, task, patience(PATIENT, task))) {
            turn(preconditioned, task, SystemForm.Judge.NONE);
        }
    }

    /** That with sweeps alone. */
    private SystemForm.Judge patience(double factor, Task task) {
        return (work, digits) -> isBeaten(work, digits, factor, preconditioned) && task.linearization.prepare();
    }

    private static boolean isBeaten(double workPerDigit, double digits, double factor, SystemForm other) {
        return workPerDigit * digits > factor * other.workPerDigit() * (digits + LOST_DIGITS);
    }

    /** A system to solve: ‖r + A du‖ at most the goal. */
    private record Task(PreconditionedLinearization linearization, double[] residual, double[] du, double goal) {}

    /** Adds to du what a form finds for what is left, if it is any good; returns whether that does. */
    private boolean turn(SystemForm form, Task task, SystemForm.Judge judge) {
        double[] du = task.du;
        double tolerance = Math.min(LOOSEST, task.goal / length(left));
        Gmres.Result result = form.solve(task.linearization, left, part, tolerance, judge);
        isPreconditioned |= form == preconditioned;
        sweeps += 1 + result.steps() * form.workPerStep();
        add(du, part);
        boolean isSolved = result.relativeResidual() <= tolerance;
        if (isSolved || !task.linearization.prepare()) {
            System.arraycopy(part, 0, du, 0, du.length);
            return isSolved;
        }
        preconditioned.apply(task.linearization, part, trial);
        add(task.residual, trial);
        if (length(trial) < length(left)) {
            System.arraycopy(part, 0, du, 0, du.length);
            System.arraycopy(trial, 0, left, 0, left.length);
        }
        return false;
    }

    /** y ← y + x. */
    private static void add(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += x[i];
        }
    }

    private static double length(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi;
        }
        return Math.sqrt(sum);
    }
}
