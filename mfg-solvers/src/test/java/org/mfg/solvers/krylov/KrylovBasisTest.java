package org.mfg.solvers.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.solvers.parallel.Workers;

/** The basis on vectors of one chunk of memory and of several, against sums coded here. */
class KrylovBasisTest {
    private static final int VECTORS = 4;

    /** Lengths below, at and above those of one, two and three chunks. */
    @ParameterizedTest
    @ValueSource(ints = {5, 4095, 4096, 4097, 8192, 8193, 12_289})
    void vectorsAreOrthonormalAndTheComponentsGiveTheVectorBack(int n) {
        KrylovBasis basis = new KrylovBasis(Workers.of(1));
        for (int k = 0; k < VECTORS; k++) {
            double[] given = noise(n, k);
            System.arraycopy(given, 0, basis.vector(k, n), 0, n);
            double[] h = new double[k + 1];
            basis.orthonormalize(k, h);

            assertOrthonormal(basis, k, n);
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int l = 0; l <= k; l++) {
                    sum += h[l] * basis.vector(l, n)[i];
                }
                assertThat(sum).isCloseTo(given[i], within(1e-13));
            }
        }
    }

    /** One pass of Gram-Schmidt leaves round-off divided by what is left of the vector, here 1e-6. */
    @ParameterizedTest
    @ValueSource(ints = {7, 9000})
    void aVectorThatIsNearlyDependentIsMadeOrthogonalToRoundOff(int n) {
        KrylovBasis basis = new KrylovBasis(Workers.of(1));
        for (int k = 0; k < 2; k++) {
            System.arraycopy(noise(n, k), 0, basis.vector(k, n), 0, n);
            basis.orthonormalize(k, new double[k + 1]);
        }
        double[] v = basis.vector(2, n);
        double[] other = noise(n, 9);
        for (int i = 0; i < n; i++) {
            v[i] = 3 * basis.vector(0, n)[i] - 2 * basis.vector(1, n)[i] + 1e-10 * other[i];
        }
        double[] h = new double[3];
        basis.orthonormalize(2, h);

        assertOrthonormal(basis, 2, n);
        assertThat(h[0]).isCloseTo(3, within(1e-8));
        assertThat(h[1]).isCloseTo(-2, within(1e-8));
    }

    @Test
    void resultsAreTheSameWithAnyNumberOfThreads() {
        int n = 20_000;
        double[] expected = combination(n, 1);
        assertThat(combination(n, 2)).isEqualTo(expected);
        assertThat(combination(n, 3)).isEqualTo(expected);
    }

    private static double[] combination(int n, int threads) {
        KrylovBasis basis = new KrylovBasis(Workers.of(threads));
        for (int k = 0; k < VECTORS; k++) {
            System.arraycopy(noise(n, k), 0, basis.vector(k, n), 0, n);
            basis.orthonormalize(k, new double[k + 1]);
        }
        double[] x = noise(n, 7);
        basis.addCombination(x, VECTORS, new double[] {1, -2, 3, 0.5});
        return x;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 10_001})
    void lengthsAndCombinationsAreThoseOfTheDefinition(int n) {
        KrylovBasis basis = new KrylovBasis(Workers.of(1));
        double[] a = noise(n, 1);
        double[] b = noise(n, 2);
        System.arraycopy(a, 0, basis.vector(0, n), 0, n);
        System.arraycopy(b, 0, basis.vector(1, n), 0, n);
        double[] x = noise(n, 3);
        double[] before = x.clone();
        basis.addCombination(x, 2, new double[] {0.25, -4});
        basis.scale(a, 3);

        double square = 0;
        for (int i = 0; i < n; i++) {
            assertThat(x[i]).isCloseTo(before[i] + 0.25 * (a[i] / 3) - 4 * b[i], within(1e-14));
            square += b[i] * b[i];
        }
        assertThat(basis.norm(b)).isCloseTo(Math.sqrt(square), within(1e-12 * Math.sqrt(square)));
        assertThat(a).containsExactly(tripled(noise(n, 1)), within(1e-15));
    }

    private static void assertOrthonormal(KrylovBasis basis, int k, int n) {
        for (int l = 0; l <= k; l++) {
            double product = 0;
            for (int i = 0; i < n; i++) {
                product += basis.vector(k, n)[i] * basis.vector(l, n)[i];
            }
            assertThat(product).as("<v_" + k + ", v_" + l + ">").isCloseTo(l == k ? 1 : 0, within(1e-14));
        }
    }

    private static double[] tripled(double[] v) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= 3;
        }
        return v;
    }

    private static double[] noise(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }
}
