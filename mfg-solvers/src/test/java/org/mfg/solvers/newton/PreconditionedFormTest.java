package org.mfg.solvers.newton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Workers;

class PreconditionedFormTest {
    private static final int SIZE = 3;

    /** 2 I, with an approximate inverse that fails when it is applied for the second time. */
    private static final class Failing implements PreconditionedLinearization {
        private int applications;

        @Override
        public boolean prepare() {
            return true;
        }

        @Override
        public void backward(double @Nullable [] dm, double @Nullable [] source, double[] du) {
            throw new AssertionError("not used by this form");
        }

        @Override
        public void forward(double[] du, double @Nullable [] source, double[] dm) {
            Arrays.fill(dm, 0);
        }

        @Override
        public void image(double @Nullable [] dm, double[] du, double[] image) {
            for (int i = 0; i < SIZE; i++) {
                image[i] = (2 + i) * du[i];
            }
        }

        @Override
        public void precondition(double[] residual, double[] du) {
            if (++applications == 2) {
                throw new NumericalFailureException("within", 0, 0, "not solved");
            }
            System.arraycopy(residual, 0, du, 0, SIZE);
        }

        @Override
        public double cost() {
            return 1;
        }
    }

    @Test
    void anInverseThatFailsLeavesTheSystemToTheOtherForm() {
        PreconditionedForm form = new PreconditionedForm(new Gmres(10, Workers.of(1)), new WorkFields(), 10);
        double[] x = {1, 1, 1};

        Gmres.Result result = form.solve(new Failing(), new double[] {1, 2, 3}, x, 1e-8, SystemForm.Judge.NONE);

        assertThat(result.relativeResidual()).isOne();
        assertThat(x).containsOnly(0);
        assertThat(form.workPerDigit()).isGreaterThan(100);
    }
}
