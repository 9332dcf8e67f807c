package org.mfg.solvers.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.WorkFields;
import org.mfg.solvers.parallel.Workers;

class GmresTest {

    @Property(tries = 50)
    void solvesWhatDenseLuSolves(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll int seed) {
        RealMatrix a = identityPlusNoise(n, seed);
        double[] b = vector(n, seed + 1);
        double[] x = new double[n];
        Gmres.Result result = new Gmres(n, Workers.of(1)).solve(operator(a), b, x, 1e-13, 10 * n);
        // The condition number is below 10, so the error is below 10 times the residual, 1e-13 ‖b‖ with ‖b‖ < 6.
        assertThat(x).containsExactly(exact(a, b), within(1e-11));
        assertThat(result.steps()).as("an exact solution in n steps").isLessThanOrEqualTo(n);
        assertThat(result.relativeResidual()).isLessThanOrEqualTo(1e-13);
    }

    @Property(tries = 50)
    void restartsUntilItIsAccurate(@ForAll @IntRange(min = 1, max = 5) int memory, @ForAll int seed) {
        int n = 20;
        RealMatrix a = identityPlusNoise(n, seed);
        double[] b = vector(n, seed + 1);
        double[] x = new double[n];
        Gmres.Result result = new Gmres(memory, Workers.of(1)).solve(operator(a), b, x, 1e-10, 1000);
        assertThat(result.relativeResidual()).isLessThanOrEqualTo(1e-10);
        assertThat(relativeResidual(a, b, x)).as("the true residual").isLessThanOrEqualTo(1.1e-10);
    }

    /** A cycle ends after five digits, since further on the residual by recurrence would be wrong. */
    @Property(tries = 50)
    void inSinglePrecisionItIsAccurateToo(@ForAll @IntRange(min = 5, max = 30) int memory, @ForAll int seed) {
        int n = 20;
        RealMatrix a = identityPlusNoise(n, seed);
        double[] b = vector(n, seed + 1);
        double[] x = new double[n];
        for (double tolerance : new double[] {1e-4, 1e-12}) {
            Gmres.Result result = Gmres.inSinglePrecision(memory, Workers.of(1), new WorkFields())
                    .solve(operator(a), b, x, tolerance, 1000);
            assertThat(result.relativeResidual()).isLessThanOrEqualTo(tolerance);
            assertThat(relativeResidual(a, b, x)).as("the true residual").isLessThanOrEqualTo(1.01 * tolerance);
        }
    }

    /** Over restarts too: the steps so far, and what is left after as many, of b that has not the length 1. */
    @Test
    void patienceIsAskedWithAllStepsAndTheRelativeResidual() {
        int n = 20;
        RealMatrix a = identityPlusNoise(n, 1);
        double[] b = new ArrayRealVector(vector(n, 2)).mapMultiply(7).toArray();
        double[] x = new double[n];
        List<Integer> steps = new ArrayList<>();
        List<Double> residuals = new ArrayList<>();
        Gmres gmres = new Gmres(3, Workers.of(1));
        Gmres.Result result =
                gmres.solve(operator(a), null, y -> System.arraycopy(b, 0, y, 0, n), x, 1e-10, 100, (k, r) -> {
                    steps.add(k);
                    residuals.add(r);
                    return k < 9;
                });
        assertThat(result.steps()).isEqualTo(9);
        assertThat(relativeResidual(a, b, x)).isCloseTo(result.relativeResidual(), within(1e-12));
        // A cycle of three steps, and one for the residual that the next begins from.
        assertThat(steps).containsExactly(1, 2, 5, 6, 9);
        for (int k = 0; k < steps.size(); k++) {
            double[] y = new double[n];
            gmres.solve(operator(a), b, y, 1e-10, steps.get(k));
            assertThat(residuals.get(k)).isCloseTo(relativeResidual(a, b, y), within(1e-12));
        }
    }

    /** Products are off by as much as they may be, at random: what they cost in accuracy and steps is little. */
    @Property(tries = 50)
    void productsNeedBeNoMoreExactThanItAsksFor(@ForAll @IntRange(min = 3, max = 30) int memory, @ForAll int seed) {
        int n = 20;
        RealMatrix a = identityPlusNoise(n, seed);
        double[] b = vector(n, seed + 1);
        Random random = new Random(seed + 2);
        LinearOperator inexact = new LinearOperator() {
            @Override
            public void apply(double[] x, double[] y) {
                throw new AssertionError("a tolerance is given");
            }

            @Override
            public void apply(double[] x, double[] y, double tolerance) {
                operator(a).apply(x, y);
                double[] noise = random.doubles(n, -1, 1).toArray();
                double size = tolerance * new ArrayRealVector(y).getNorm() / new ArrayRealVector(noise).getNorm();
                for (int i = 0; i < n; i++) {
                    y[i] += size * noise[i];
                }
            }
        };
        double[] x = new double[n];
        int exactly = new Gmres(memory, Workers.of(1))
                .solve(operator(a), b, x, 1e-6, 1000)
                .steps();
        Gmres.Result result = new Gmres(memory, Workers.of(1)).solve(inexact, b, x, 1e-6, 1000);
        assertThat(relativeResidual(a, b, x)).as("the true residual").isLessThanOrEqualTo(1.1e-6);
        assertThat(result.steps()).isLessThanOrEqualTo(exactly + 1);
    }

    @Property(tries = 50)
    void theResidualItReportsIsTheTrueOne(@ForAll @IntRange(min = 1, max = 12) int steps, @ForAll int seed) {
        RealMatrix a = identityPlusNoise(20, seed);
        double[] b = vector(20, seed + 1);
        double[] x = new double[20];
        Gmres.Result result = new Gmres(5, Workers.of(1)).solve(operator(a), b, x, 0, steps);
        assertThat(relativeResidual(a, b, x)).isCloseTo(result.relativeResidual(), within(1e-13));
    }

    /** Of I + N, V = I - N + noise that is another at every call. */
    @Property(tries = 50)
    void aPreconditionerMayChangeFromStepToStep(@ForAll @IntRange(min = 1, max = 6) int memory, @ForAll int seed) {
        int n = 20;
        RealMatrix a = identityPlusNoise(n, seed);
        double[] b = vector(n, seed + 1);
        double[] x = new double[n];
        Random random = new Random(seed);
        LinearOperator v = (r, y) -> {
            double[] ar = a.operate(r);
            double length = 1 + 0.1 * random.nextDouble();
            for (int i = 0; i < n; i++) {
                y[i] = length * (2 * r[i] - ar[i]);
            }
        };
        Gmres.Result result = new Gmres(memory, Workers.of(1))
                .solve(operator(a), v, Gmres.RightHandSide.of(b), x, 1e-10, 1000, (k, relative) -> true);
        assertThat(result.relativeResidual()).isLessThanOrEqualTo(1e-10);
        assertThat(relativeResidual(a, b, x)).as("the true residual").isLessThanOrEqualTo(1.1e-10);
    }

    /** The last basis vector is then round-off alone. */
    @Test
    void goesOnAfterItIsExact() {
        double[] b = {1, 0, 1};
        double[] x = new double[3];
        Gmres.Result result = new Gmres(2, Workers.of(1)).solve((v, y) -> System.arraycopy(v, 0, y, 0, 3), b, x, 0, 7);
        assertThat(x).containsExactly(b, within(1e-15));
        assertThat(result.relativeResidual()).isLessThan(1e-15);
    }

    @Property(tries = 50)
    void appliesTheOperatorAsOftenAsItSaysAndNoMoreThanAllowed(
            @ForAll @IntRange(min = 0, max = 25) int allowed, @ForAll @IntRange(min = 1, max = 7) int memory) {
        RealMatrix a = identityPlusNoise(30, 5);
        int[] count = {0};
        LinearOperator counting = (x, y) -> {
            count[0]++;
            operator(a).apply(x, y);
        };
        Gmres.Result result =
                new Gmres(memory, Workers.of(1)).solve(counting, vector(30, 6), new double[30], 1e-15, allowed);
        assertThat(result.steps()).isEqualTo(count[0]).isLessThanOrEqualTo(allowed);
    }

    @Test
    void zeroIsSolvedByZeroWithoutAStep() {
        double[] x = {1, 2};
        Gmres.Result result =
                new Gmres(3, Workers.of(1)).solve((v, y) -> y[0] = Double.NaN, new double[2], x, 1e-10, 10);
        assertThat(result).isEqualTo(new Gmres.Result(0, 0));
        assertThat(x).containsOnly(0);
    }

    @Test
    void aBreakdownOfTheArnoldiProcessIsHappy() {
        // b is the sum of two eigenvectors: the third basis vector does not exist.
        double[] eigenvalues = {2, 2, 5, 5, 5};
        double[] b = {1, 0, 1, 0, 0};
        double[] x = new double[5];
        LinearOperator diagonal = (v, y) -> {
            for (int i = 0; i < 5; i++) {
                y[i] = eigenvalues[i] * v[i];
            }
        };
        Gmres.Result result = new Gmres(5, Workers.of(1)).solve(diagonal, b, x, 1e-14, 50);
        assertThat(result.steps()).isEqualTo(2);
        assertThat(x).containsExactly(new double[] {0.5, 0, 0.2, 0, 0}, within(1e-15));
    }

    /** All numbers are powers of two, so that the first step leaves no residual at all: a second would divide by its length. */
    @Test
    void nothingIsDoneAfterAResidualOfZero() {
        double[] b = {4, 0, 0};
        double[] x = new double[3];
        LinearOperator twice = (v, y) -> {
            for (int i = 0; i < 3; i++) {
                y[i] = 2 * v[i];
            }
        };
        Gmres.Result result = new Gmres(3, Workers.of(1)).solve(twice, b, x, 0, 50);
        assertThat(result).isEqualTo(new Gmres.Result(1, 0));
        assertThat(x).containsExactly(2, 0, 0);
    }

    @Test
    void theIdentityTakesOneStepAndLeavesNoResidual() {
        double[] b = {3, -4};
        double[] x = new double[2];
        Gmres.Result result =
                new Gmres(10, Workers.of(1)).solve((v, y) -> System.arraycopy(v, 0, y, 0, 2), b, x, 1e-15, 10);
        assertThat(result.steps()).isEqualTo(1);
        assertThat(x).containsExactly(b, within(1e-15));
    }

    @Test
    void anOperatorThatMapsToZeroLeavesTheResidualAndNoNaN() {
        double[] x = new double[2];
        Gmres.Result result =
                new Gmres(4, Workers.of(1)).solve((v, y) -> Arrays.fill(y, 0), new double[] {1, 1}, x, 1e-8, 9);
        assertThat(x).containsOnly(0);
        assertThat(result.relativeResidual()).isEqualTo(1);
    }

    @Test
    void oneInstanceSolvesSystemsOfDifferentSizes() {
        Gmres gmres = new Gmres(10, Workers.of(1));
        for (int n : new int[] {4, 9, 3}) {
            RealMatrix a = identityPlusNoise(n, n);
            double[] b = vector(n, 1);
            double[] x = new double[n];
            gmres.solve(operator(a), b, x, 1e-13, 50);
            assertThat(x).containsExactly(exact(a, b), within(1e-11));
        }
    }

    /** I + ½ N with ‖N‖ <= 1: the singular values are in [½, 1½]. */
    private static RealMatrix identityPlusNoise(int n, int seed) {
        Random random = new Random(seed);
        RealMatrix a = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a.setEntry(i, j, 2 * random.nextDouble() - 1);
            }
        }
        a = a.scalarMultiply(0.5 / a.getFrobeniusNorm());
        for (int i = 0; i < n; i++) {
            a.addToEntry(i, i, 1);
        }
        return a;
    }

    private static double[] vector(int n, int seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    private static double[] exact(RealMatrix a, double[] b) {
        return new LUDecomposition(a).getSolver().solve(new ArrayRealVector(b)).toArray();
    }

    private static double relativeResidual(RealMatrix a, double[] b, double[] x) {
        ArrayRealVector rhs = new ArrayRealVector(b);
        return rhs.subtract(a.operate(new ArrayRealVector(x))).getNorm() / rhs.getNorm();
    }

    private static LinearOperator operator(RealMatrix a) {
        return (x, y) -> System.arraycopy(a.operate(x), 0, y, 0, y.length);
    }
}
