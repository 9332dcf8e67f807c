package org.mfg.solvers.newton;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.krylov.LinearOperator;

/**
 * The system with the approximate inverse V of a {@link PreconditionedLinearization} that is prepared,
 *
 * <pre>
 *   (L - F' M') V y = -r,   x = V y
 * </pre>
 *
 * <p>by flexible GMRES: its residual is that of the linearised Hamilton-Jacobi-Bellman equation, which the line search sees.
 */
final class PreconditionedForm extends SystemForm {
    private static final int FEWEST_STEPS = 5;
    /** A good approximate inverse takes 2 to 15; and each keeps two vectors. */
    private static final int MOST_STEPS = 40;
    /** Near an equilibrium a step of some 6 sweeps gains a digit. */
    private static final double EXPECTED = 6;

    private final Gmres gmres;
    private final int maxSteps;
    private final WorkFields fields;
    private double workPerStep = EXPECTED;

    PreconditionedForm(Gmres gmres, WorkFields fields, int maxSteps) {
        super(FEWEST_STEPS, EXPECTED);
        this.gmres = gmres;
        this.fields = fields;
        this.maxSteps = Math.min(MOST_STEPS, maxSteps);
    }

    /** Where it failed it is tried again, after a while: the nearer to an equilibrium the better it is. */
    void hope() {
        expect(Math.sqrt(workPerDigit() * EXPECTED));
    }

    @Override
    double workPerStep() {
        return workPerStep;
    }

    @Override
    Gmres.Result run(Linearization linearization, double[] r, double[] x, double tolerance, Gmres.Patience patience) {
        PreconditionedLinearization a = (PreconditionedLinearization) linearization;
        workPerStep = 1 + a.cost();
        int[] applications = {0};
        LinearOperator inverse = (y, v) -> {
            applications[0]++;
            a.precondition(y, v);
        };
        try {
            return gmres.solve(
                    LinearOperator.inexact(a::setTolerance, (v, y) -> apply(a, v, y)),
                    inverse,
                    b -> writeMinus(r, b),
                    x,
                    tolerance,
                    maxSteps,
                    patience);
        } catch (NumericalFailureException unfit) {
            // A system within V was not solved: V is of no use here, which says nothing of the system itself.
            Arrays.fill(x, 0);
            return new Gmres.Result(applications[0], 1);
        }
    }

    /** y = (L - F' M') x. */
    void apply(PreconditionedLinearization a, double[] x, double[] y) {
        double[] dm = fields.take(x.length);
        a.forward(x, null, dm);
        a.image(dm, x, y);
        fields.give(dm);
    }

    private static void writeMinus(double[] r, double[] b) {
        for (int i = 0; i < b.length; i++) {
            b[i] = -r[i];
        }
    }
}
