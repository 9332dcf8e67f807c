package org.mfg.solvers.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.solvers.parallel.Workers;

/** Vectors of half a run of a sketch, of some runs and of many. */
class SketchedBasisTest {
    private static final int VECTORS = 30;

    /** By singular values between 1/sqrt(1 + e) and 1/sqrt(1 - e) with e about sqrt(30/512), a quarter (Balabanov and Grigori 2022): entries of the Gram matrix are off by less than a half. */
    @ParameterizedTest
    @ValueSource(ints = {255, 1700, 20_000})
    void vectorsAreNearlyOrthonormalAndGiveTheVectorBack(int n) {
        SketchedBasis basis = new SketchedBasis(Workers.of(1), new DoubleVectors());
        double[][] kept = new double[VECTORS][];
        for (int k = 0; k < VECTORS; k++) {
            double[] given = wave(n, k);
            kept[k] = given.clone();
            double[] h = new double[k + 1];
            basis.orthonormalize(k, kept[k], h);
            for (int l = 0; l <= k; l++) {
                assertThat(dot(kept[k], kept[l])).isCloseTo(k == l ? 1 : 0, within(0.5));
            }
            double[] back = new double[n];
            for (int l = 0; l <= k; l++) {
                for (int i = 0; i < n; i++) {
                    back[i] += h[l] * kept[l][i];
                }
            }
            assertThat(back).containsExactly(given, within(1e-13));
        }
    }

    @Test
    void severalThreadsGiveTheSameNumbers() {
        double[] one = wave(20_000, 7);
        double[] three = one.clone();
        double[] image = new double[Sketch.SIZE];
        double[] other = new double[Sketch.SIZE];
        new Sketch(Workers.of(1)).apply(one, image);
        new Sketch(Workers.of(3)).apply(three, other);
        assertThat(other).isEqualTo(image);
    }

    /** Of the identity and a compact operator, here with the eigenvalues 1 + 20/k², and for that of the solution b/(1 + 20/k²). */
    @Test
    void gmresTakesTheStepsThatItTakesWithFullProducts() {
        int n = 20_000;
        double[] b = wave(n, 3);
        LinearOperator operator = (x, y) -> {
            for (int i = 0; i < n; i++) {
                y[i] = (1 + 20 / Math.pow(1 + i, 2)) * x[i];
            }
        };
        double[] x = new double[n];
        int steps = new Gmres(100, Workers.of(1))
                .solve(operator, b, new double[n], 1e-11, 500)
                .steps();
        Gmres.Result result = Gmres.sketched(100, Workers.of(1)).solve(operator, b, x, 1e-11, 500);
        assertThat(result.steps()).isBetween(steps - 2, steps + 2);
        double[] left = new double[n];
        operator.apply(x, left);
        for (int i = 0; i < n; i++) {
            left[i] -= b[i];
        }
        assertThat(Math.sqrt(dot(left, left) / dot(b, b))).isLessThan(2e-11);
    }

    /** Waves that a row of a grid of 100 nodes sees, times one in the rows. */
    private static double[] wave(int n, int k) {
        double[] wave = new double[n];
        for (int i = 0; i < n; i++) {
            wave[i] = Math.cos(0.03 * (k + 1) * (i % 100)) * Math.exp(-k * (double) i / n)
                    + 0.01 * Math.sin((k + 2.0) * i);
        }
        return wave;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
