package org.mfg.solvers.newton;

import java.util.Arrays;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.solvers.krylov.Gmres;

/**
 * A system A du = -r that forms solve in turns, each what is left by those before it. The first writes into du itself, and what is left is measured only where it
 * does not come to an end: an easy system takes no field but those of its form.
 */
final class LinearTask {
    /** What is left for a form is reduced by as much at least: each measures it by another length. */
    private static final double LOOSEST = 0.5;

    private final PreconditionedLinearization linearization;
    private final double[] residual;
    private final double[] du;
    private final double goal;
    private final double allowance;
    private final WorkFields fields;
    /** r + A du, and its length. */
    private double[] left;

    private double length;
    private boolean isBegun;
    private double sweeps;

    /** To be solved to ‖r + A du‖ <= tolerance ‖r‖, with as many sweeps as are allowed. */
    LinearTask(
            PreconditionedLinearization linearization,
            double[] residual,
            double[] du,
            double tolerance,
            double allowance,
            WorkFields fields) {
        this.allowance = allowance;
        this.linearization = linearization;
        this.residual = residual;
        this.du = du;
        this.fields = fields;
        left = residual;
        length = length(residual);
        goal = tolerance * length;
    }

    /** Makes the approximate inverse; false where there is none. */
    boolean prepare() {
        return linearization.prepare();
    }

    /** The work so far, in linear forward-backward sweeps. */
    int sweeps() {
        return (int) Math.ceil(sweeps);
    }

    /** Adds to du what a form finds for what is left, if it is any good; returns whether that does. */
    boolean turn(SystemForm form, SystemForm.Judge judge, PreconditionedForm measure) {
        if (sweeps > allowance) {
            return false;
        }
        double tolerance = Math.min(LOOSEST, goal / length);
        double[] found = isBegun ? fields.take(du.length) : du;
        Gmres.Result result = form.solve(
                linearization,
                left,
                found,
                tolerance,
                (work, perDigit, digits) -> sweeps + work > allowance || judge.isOver(work, perDigit, digits));
        sweeps += 1 + result.steps() * form.workPerStep();
        if (isBegun) {
            add(du, found);
        }
        boolean isSolved = result.relativeResidual() <= tolerance;
        if (isSolved || !prepare() || isBetter(found, measure)) {
            System.arraycopy(found, 0, du, 0, found == du ? 0 : du.length);
        } else if (!isBegun) {
            Arrays.fill(du, 0);
        }
        if (found != du) {
            fields.give(found);
        }
        isBegun = true;
        return isSolved;
    }

    /** Whether less would be left with another du; then that is what is left. */
    private boolean isBetter(double[] other, PreconditionedForm measure) {
        double[] trial = fields.take(du.length);
        measure.apply(linearization, other, trial);
        add(residual, trial);
        double trialLength = length(trial);
        if (!(trialLength < length)) {
            fields.give(trial);
            return false;
        }
        end();
        left = trial;
        length = trialLength;
        return true;
    }

    /** Gives back what the task still works in. */
    void end() {
        if (left != residual) {
            fields.give(left);
            left = residual;
        }
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
