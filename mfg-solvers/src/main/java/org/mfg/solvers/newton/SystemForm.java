package org.mfg.solvers.newton;

import org.mfg.api.discrete.Linearization;
import org.mfg.solvers.krylov.Gmres;

/** A form in which Newton's linear system A x = -r is given to GMRES, with what a digit of the residual costs in it. */
abstract class SystemForm {
    /** Of a run that brought nothing. */
    private static final double FEWEST_DIGITS = 0.01;

    /** When to leave the rest to another form. */
    @FunctionalInterface
    interface Judge {
        /** Nobody else could do it. */
        Judge NONE = (work, workPerDigit, digits) -> false;

        /**
         * Whether another form should go on.
         *
         * @param work the sweeps so far
         * @param workPerDigit those for a digit
         * @param digits those still to go
         */
        boolean isOver(double work, double workPerDigit, double digits);
    }

    private final int fewestSteps;
    private double workPerDigit;

    /**
     * @param fewestSteps that are made before they are judged
     * @param workPerDigit the sweeps for a digit, before the first run
     */
    SystemForm(int fewestSteps, double workPerDigit) {
        this.fewestSteps = fewestSteps;
        this.workPerDigit = workPerDigit;
    }

    /** The sweeps that a digit is expected to cost: what it did in the last run. */
    final double workPerDigit() {
        return workPerDigit;
    }

    final void expect(double workPerDigit) {
        this.workPerDigit = workPerDigit;
    }

    /** The forward-backward sweeps of a Krylov step. */
    abstract double workPerStep();

    /** Writes x with A x about -r. */
    abstract Gmres.Result run(Linearization a, double[] r, double[] x, double tolerance, Gmres.Patience patience);

    /** Writes x with A x about -r, to a relative tolerance or until it is over. */
    final Gmres.Result solve(Linearization a, double[] r, double[] x, double tolerance, Judge judge) {
        Gmres.Result result = run(
                a,
                r,
                x,
                tolerance,
                (steps, relative) -> steps < fewestSteps
                        || !judge.isOver(
                                steps * workPerStep(), perDigit(steps, relative), Math.log10(relative / tolerance)));
        a.setTolerance(0);
        workPerDigit = perDigit(result.steps(), result.relativeResidual());
        return result;
    }

    private double perDigit(int steps, double reduction) {
        double digits = -Math.log10(Math.max(reduction, Double.MIN_NORMAL));
        return steps * workPerStep() / Math.max(digits, FEWEST_DIGITS);
    }
}
