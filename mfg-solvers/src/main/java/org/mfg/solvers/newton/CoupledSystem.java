package org.mfg.solvers.newton;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.solvers.krylov.Gmres;

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

    private final Preconditioner preconditioner;
    private final PlainForm plain;
    private final PreconditionedForm preconditioned;
    private final WorkFields fields;
    /** Where the value function does not depend on the crowd, Newton's step is one backward sweep. */
    private final boolean isCoupled;

    /** Whether the last direction is one of the preconditioned form. */
    private boolean isPreconditioned;

    private boolean isGivenUp;
    private int systems;
    private int preconditionedSystems;

    CoupledSystem(DiscreteGame game, KrylovSettings settings, Gmres gmres, WorkFields fields) {
        preconditioner = settings.preconditioner();
        this.fields = fields;
        plain = new PlainForm(gmres, fields, settings.maxSteps());
        preconditioned = new PreconditionedForm(gmres, fields, settings.maxSteps());
        isCoupled = game.game().isCoupled();
    }

    /**
     * What a solve did.
     *
     * @param sweeps the work, in linear forward-backward sweeps
     * @param isSolved whether it reached its tolerance
     */
    record Result(int sweeps, boolean isSolved) {}

    /** Solves with the right-hand side -r, to a relative tolerance, unless that takes more sweeps than are allowed. */
    Result solve(Linearization linearization, double[] residual, double[] du, double tolerance, double allowance) {
        if (!isCoupled) {
            plain.backward(linearization, residual, du);
            return new Result(1, true);
        }
        systems++;
        boolean mayPrecondition = preconditioner != Preconditioner.NONE && !isGivenUp;
        if (!mayPrecondition || !(linearization instanceof PreconditionedLinearization p)) {
            Gmres.Result result =
                    plain.solve(linearization, residual, du, tolerance, (work, perDigit, digits) -> work > allowance);
            return new Result(1 + result.steps(), result.relativeResidual() <= tolerance);
        }
        isPreconditioned = false;
        LinearTask task = new LinearTask(p, residual, du, tolerance, allowance, fields);
        boolean isSolved;
        if (preconditioner == Preconditioner.AUTO) {
            isSolved = takeTurns(task);
        } else {
            isSolved = (task.prepare() && turn(preconditioned, task, SystemForm.Judge.NONE))
                    || turn(plain, task, SystemForm.Judge.NONE);
        }
        if (isPreconditioned) {
            preconditionedSystems++;
        }
        task.end();
        return new Result(task.sweeps(), isSolved);
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

    /** Returns whether a turn reached the tolerance. */
    private boolean takeTurns(LinearTask task) {
        boolean beginsPlain = plain.workPerDigit() <= preconditioned.workPerDigit();
        if (beginsPlain) {
            preconditioned.hope();
            if (turn(plain, task, patience(CLEARLY, task))) {
                return true;
            }
        }
        if (!task.prepare()) {
            return !beginsPlain && turn(plain, task, SystemForm.Judge.NONE);
        }
        // Where neither gets on, the line search decides what the direction is good for.
        return turn(preconditioned, task, (work, perDigit, digits) -> isBeaten(perDigit, digits, PATIENT, plain))
                || turn(plain, task, patience(PATIENT, task))
                || turn(preconditioned, task, SystemForm.Judge.NONE);
    }

    /** That with sweeps alone. */
    private SystemForm.Judge patience(double factor, LinearTask task) {
        return (work, perDigit, digits) -> isBeaten(perDigit, digits, factor, preconditioned) && task.prepare();
    }

    private static boolean isBeaten(double workPerDigit, double digits, double factor, SystemForm other) {
        return workPerDigit * digits > factor * other.workPerDigit() * (digits + LOST_DIGITS);
    }

    private boolean turn(SystemForm form, LinearTask task, SystemForm.Judge judge) {
        isPreconditioned |= form == preconditioned;
        return task.turn(form, judge, preconditioned);
    }
}
