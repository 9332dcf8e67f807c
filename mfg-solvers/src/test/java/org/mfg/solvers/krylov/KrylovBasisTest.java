package org.mfg.solvers.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.solvers.parallel.Workers;

/** The basis on vectors of one chunk of memory and of several, against sums coded here; up to nine, since those in single precision go by fours. */
class KrylovBasisTest {
    private static final int VECTORS = 9;
    /** Of numbers of single precision, in the length of a vector of length 1. */
    private static final double SINGLE = 1.2e-7;

    private static KrylovBasis basis(boolean isSingle, int threads) {
        return new KrylovBasis(Workers.of(threads), isSingle ? new SingleVectors() : new DoubleVectors());
    }

    /** Lengths below, at and above those of one, two and three chunks. */
    static Stream<Arguments> lengths() {
        return IntStream.of(15, 4095, 4096, 4097, 8192, 8193, 12_289)
                .boxed()
                .flatMap(n -> Stream.of(Arguments.of(n, true), Arguments.of(n, false)));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void vectorsAreOrthonormalAndTheComponentsGiveTheVectorBack(int n, boolean isSingle) {
        KrylovBasis basis = basis(isSingle, 1);
        double precision = isSingle ? SINGLE : 1e-14;
        double[][] kept = new double[VECTORS][];
        for (int k = 0; k < VECTORS; k++) {
            double[] given = noise(n, k);
            double length = Math.sqrt(product(given, given));
            kept[k] = given.clone();
            double[] h = new double[k + 1];
            basis.orthonormalize(k, kept[k], h);

            assertThat(kept[k]).as("what is kept").isEqualTo(vector(basis, k, n));
            assertOrthonormal(kept, k, precision);
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int l = 0; l <= k; l++) {
                    sum += h[l] * kept[l][i];
                }
                assertThat(sum).isCloseTo(given[i], within(precision * length));
            }
        }
    }

    /** One pass of Gram-Schmidt leaves round-off divided by what is left of the vector, here 1e-6. */
    @ParameterizedTest
    @ValueSource(ints = {7, 9000})
    void aVectorThatIsNearlyDependentIsMadeOrthogonalToRoundOff(int n) {
        KrylovBasis basis = basis(false, 1);
        double[][] kept = {noise(n, 0), noise(n, 1), noise(n, 9)};
        basis.orthonormalize(0, kept[0], new double[1]);
        basis.orthonormalize(1, kept[1], new double[2]);
        for (int i = 0; i < n; i++) {
            kept[2][i] = 3 * kept[0][i] - 2 * kept[1][i] + 1e-10 * kept[2][i];
        }
        double[] h = new double[3];
        basis.orthonormalize(2, kept[2], h);

        assertOrthonormal(kept, 2, 1e-14);
        assertThat(h[0]).isCloseTo(3, within(1e-8));
        assertThat(h[1]).isCloseTo(-2, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resultsAreTheSameWithAnyNumberOfThreads(boolean isSingle) {
        int n = 20_000;
        double[] expected = combination(n, isSingle, 1);
        assertThat(combination(n, isSingle, 2)).isEqualTo(expected);
        assertThat(combination(n, isSingle, 3)).isEqualTo(expected);
    }

    private static double[] combination(int n, boolean isSingle, int threads) {
        KrylovBasis basis = basis(isSingle, threads);
        double[] c = new double[VECTORS];
        for (int k = 0; k < VECTORS; k++) {
            basis.orthonormalize(k, noise(n, k), new double[k + 1]);
            c[k] = 1 - 0.3 * k;
        }
        double[] x = noise(n, 17);
        basis.addCombination(x, VECTORS, c);
        return x;
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void lengthsAndCombinationsAreThoseOfTheDefinition(int n, boolean isSingle) {
        KrylovBasis basis = basis(isSingle, 1);
        double[] a = noise(n, 1);
        double[] b = noise(n, 2);
        basis.keep(0, a, 3);
        basis.keep(1, b, 1);
        double[] x = noise(n, 3);
        double[] before = x.clone();
        basis.addCombination(x, 2, new double[] {0.25, -4});

        double[] exactA = noise(n, 1);
        for (int i = 0; i < n; i++) {
            assertThat(a[i]).isCloseTo(3 * exactA[i], within(isSingle ? 3 * SINGLE : 1e-15));
            assertThat(x[i]).isCloseTo(before[i] + 0.25 * a[i] - 4 * b[i], within(1e-14));
        }
        assertThat(basis.norm(b)).isCloseTo(Math.sqrt(product(b, b)), within(1e-12 * Math.sqrt(n)));
    }

    @Test
    void aVectorOfZerosIsKeptAsItIs() {
        KrylovBasis basis = basis(true, 1);
        double[] h = new double[1];
        double[] zero = new double[5];
        basis.orthonormalize(0, zero, h);
        assertThat(h[0]).isZero();
        assertThat(zero).containsOnly(0);
    }

    private static double[] vector(KrylovBasis basis, int k, int n) {
        double[] x = new double[n];
        double[] c = new double[k + 1];
        c[k] = 1;
        basis.addCombination(x, k + 1, c);
        return x;
    }

    private static void assertOrthonormal(double[][] vectors, int k, double precision) {
        for (int l = 0; l <= k; l++) {
            assertThat(product(vectors[k], vectors[l]))
                    .as("<v_" + k + ", v_" + l + ">")
                    .isCloseTo(l == k ? 1 : 0, within(precision));
        }
    }

    private static double product(double[] a, double[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }

    private static double[] noise(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }
}
