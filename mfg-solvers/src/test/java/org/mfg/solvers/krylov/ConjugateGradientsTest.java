package org.mfg.solvers.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConjugateGradientsTest {
    private static final LinearOperator IDENTITY = (x, y) -> System.arraycopy(x, 0, y, 0, x.length);

    /** The Laplacian of a path, with 1 on the diagonal besides or without. */
    private static LinearOperator laplacian(double shift) {
        return (x, y) -> {
            for (int i = 0; i < x.length; i++) {
                double below = i > 0 ? x[i] - x[i - 1] : 0;
                double above = i < x.length - 1 ? x[i] - x[i + 1] : 0;
                y[i] = below + above + shift * x[i];
            }
        };
    }

    private static double largestResidual(LinearOperator a, double[] x, double[] b) {
        double[] image = new double[b.length];
        a.apply(x, image);
        double largest = 0;
        for (int i = 0; i < b.length; i++) {
            largest = Math.max(largest, Math.abs(image[i] - b[i]));
        }
        return largest;
    }

    @Test
    void aSystemIsSolvedInAsManyStepsAsItHasUnknowns() {
        double[] b = {1, -2, 0.5, 3, 1};
        double[] x = new double[5];
        int steps = new ConjugateGradients(5).solve(laplacian(1), IDENTITY, b, x, 1e-12, 100);
        assertThat(steps).isLessThanOrEqualTo(5);
        assertThat(largestResidual(laplacian(1), x, b)).isLessThan(1e-12);
    }

    @Test
    void theInverseAsPreconditionerTakesAStep() {
        LinearOperator diagonal = (x, y) -> {
            for (int i = 0; i < x.length; i++) {
                y[i] = (i + 1) * x[i];
            }
        };
        LinearOperator inverse = (x, y) -> {
            for (int i = 0; i < x.length; i++) {
                y[i] = x[i] / (i + 1);
            }
        };
        double[] x = new double[4];
        assertThat(new ConjugateGradients(4).solve(diagonal, inverse, new double[] {1, 1, 1, 1}, x, 1e-12, 100))
                .isEqualTo(1);
        assertThat(x).containsExactly(new double[] {1, 1.0 / 2, 1.0 / 3, 1.0 / 4}, within(1e-15));
    }

    @Test
    void whatTheMatrixDoesNotSeeStaysOut() {
        double[] b = {1, -3, 0, 2};
        double[] x = new double[4];
        new ConjugateGradients(4).solve(laplacian(0), IDENTITY, b, x, 1e-12, 100);
        assertThat(largestResidual(laplacian(0), x, b)).isLessThan(1e-12);
        assertThat(x[0] + x[1] + x[2] + x[3]).isCloseTo(0, within(1e-12));
    }

    @Test
    void stepsAreCounted() {
        double[] x = new double[50];
        double[] b = new double[50];
        b[0] = 1;
        assertThat(new ConjugateGradients(50).solve(laplacian(1e-3), IDENTITY, b, x, 1e-12, 3))
                .isEqualTo(3);
        assertThat(new ConjugateGradients(50).solve(laplacian(1), IDENTITY, new double[50], x, 1e-12, 3))
                .isZero();
    }
}
