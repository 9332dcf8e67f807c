package org.mfg.solvers.newton;

import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.krylov.LinearOperator;

/**
 * The system by sweeps alone,
 *
 * <pre>
 *   (I - L⁻¹ F' M') x = -L⁻¹ r
 * </pre>
 *
 * <p>a forward and a backward sweep a step. The operator is the identity and a compact one: the steps hardly depend on the grid, but grow with the
 * coupling and with 1/ν.
 */
final class PlainForm extends SystemForm {
    private static final int FEWEST_STEPS = 8;
    /** Less than it mostly takes: it is the form to begin with. */
    private static final double EXPECTED = 5;

    private final Gmres gmres;
    private final int maxSteps;
    private final WorkFields fields;

    PlainForm(Gmres gmres, WorkFields fields, int maxSteps) {
        super(FEWEST_STEPS, EXPECTED);
        this.gmres = gmres;
        this.maxSteps = maxSteps;
        this.fields = fields;
    }

    @Override
    double workPerStep() {
        return 1;
    }

    @Override
    Gmres.Result run(Linearization a, double[] r, double[] x, double tolerance, Gmres.Patience patience) {
        a.setTolerance(Gmres.EXACTNESS * tolerance);
        return gmres.solve(
                LinearOperator.inexact(a::setTolerance, (v, y) -> apply(a, v, y)),
                null,
                b -> backward(a, r, b),
                x,
                tolerance,
                maxSteps,
                patience);
    }

    /** Writes -L⁻¹ r. */
    void backward(Linearization a, double[] r, double[] x) {
        a.backward(null, r, x);
        for (int i = 0; i < x.length; i++) {
            x[i] = -x[i];
        }
    }

    /** y = (I - L⁻¹ F' M') v. */
    private void apply(Linearization a, double[] v, double[] y) {
        double[] dm = fields.take(v.length);
        a.forward(v, null, dm);
        a.backward(dm, null, y);
        fields.give(dm);
        for (int i = 0; i < y.length; i++) {
            y[i] = v[i] - y[i];
        }
    }
}
