package org.mfg.solvers.multigrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.mfg.solvers.parallel.Workers;

/** The space-time system, its smoother and its cycle against dense matrices, on a line, at a crowd that drifts. */
class SpaceTimeMultigridTest {
    private static final int NODES = 16;
    private static final int STEPS = 10;
    private static final double VISCOSITY = 1e-3;
    private static final int SIZE = NODES * STEPS;

    /** Nodes of a line of length 1, the last of which is an exit if asked for. */
    private static Links line(boolean hasExit) {
        int[][] neighbour = new int[2][NODES];
        double[][] inverse = new double[2][NODES];
        boolean[] isFree = new boolean[NODES];
        for (int i = 0; i < NODES; i++) {
            isFree[i] = !(hasExit && i == NODES - 1);
            boolean hasLower = i > 0 && isFree[i];
            boolean hasUpper = i < NODES - 1 && isFree[i];
            neighbour[0][i] = hasLower ? i - 1 : i;
            neighbour[1][i] = hasUpper ? i + 1 : i;
            inverse[0][i] = hasLower ? NODES - 1 : 0;
            inverse[1][i] = hasUpper ? NODES - 1 : 0;
        }
        return new Links(new int[] {NODES}, new boolean[1], neighbour, inverse, new boolean[NODES], isFree);
    }

    private static SpaceTimeMultigrid multigrid(boolean hasExit) {
        Links links = line(hasExit);
        double dt = 1.0 / STEPS;
        double h = 1.0 / (NODES - 1);
        double[] weight = new double[NODES];
        Arrays.fill(weight, h);
        weight[0] = h / 2;
        weight[NODES - 1] = h / 2;
        SpaceTimeMultigrid multigrid = new SpaceTimeMultigrid(links, weight, STEPS, true, Workers.of(1));
        SpaceTimeSystem system = multigrid.system();
        for (int at = 0; at < SIZE; at++) {
            int i = at % NODES;
            system.diffusion[0][at] = dt * VISCOSITY;
            system.phi[at] = links.isFree()[i] ? dt * 5 / weight[i] : 1;
            for (int s = 0; s < 2; s++) {
                double inverse = links.inverseSpacing()[s][i];
                system.rate[s][at] = dt * (drift(s, i * h) * inverse + VISCOSITY * inverse / weight[i]);
            }
        }
        double[] masses = masses(hasExit, system);
        for (int at = 0; at < SIZE; at++) {
            int i = at % NODES;
            if (i < NODES - 1) {
                double leaving =
                        (drift(1, i * h) > 0 ? masses[at] : 0) + (drift(0, (i + 1) * h) > 0 ? masses[at + 1] : 0);
                system.conductance[0][at] = dt * leaving / (h * h);
            }
        }
        multigrid.factorize();
        return multigrid;
    }

    /** Everybody goes to 0.7, the faster the further away, and comes to rest there. */
    private static double drift(int side, double x) {
        return Math.max(0, side == 0 ? x - 0.7 : 0.7 - x);
    }

    /** The crowd that starts around 0.3 and drifts so: Lᵀ μ = μ0, by a dense solve. */
    private static double[] masses(boolean hasExit, SpaceTimeSystem system) {
        int nodes = hasExit ? NODES - 1 : NODES;
        double[] start = new double[nodes * STEPS];
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            double x = (double) i / (NODES - 1) - 0.3;
            start[i] = Math.exp(-50 * x * x) * system.weight[i];
            sum += start[i];
        }
        for (int i = 0; i < nodes; i++) {
            start[i] /= sum;
        }
        RealMatrix transposed = dense(hasExit, system::applyBackward).transpose();
        double[] solved = new LUDecomposition(transposed)
                .getSolver()
                .solve(new ArrayRealVector(start))
                .toArray();
        double[] masses = new double[SIZE];
        for (int k = 0; k < solved.length; k++) {
            masses[k / nodes * NODES + k % nodes] = solved[k];
        }
        return masses;
    }

    private interface Map {
        void apply(double[] x, double[] y);
    }

    /** The matrix of a map on the free nodes. */
    private static RealMatrix dense(boolean hasExit, Map map) {
        int nodes = hasExit ? NODES - 1 : NODES;
        RealMatrix matrix = new Array2DRowRealMatrix(nodes * STEPS, nodes * STEPS);
        for (int column = 0; column < nodes * STEPS; column++) {
            double[] x = new double[SIZE];
            double[] y = new double[SIZE];
            x[column / nodes * NODES + column % nodes] = 1;
            map.apply(x, y);
            for (int row = 0; row < nodes * STEPS; row++) {
                matrix.setEntry(row, column, y[row / nodes * NODES + row % nodes]);
            }
        }
        return matrix;
    }

    private static RealMatrix system(boolean hasExit, SpaceTimeMultigrid multigrid) {
        double[] work = new double[SIZE];
        return dense(hasExit, (x, y) -> multigrid.system().apply(x, work, y));
    }

    private static double[] random(boolean hasExit, long seed) {
        double[] x = new Random(seed).doubles(SIZE, -1, 1).toArray();
        for (int at = NODES - 1; hasExit && at < SIZE; at += NODES) {
            x[at] = 0;
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void theSystemIsTheTransposeOfItsBackwardPartTimesThatAndThePolicyChange() {
        for (boolean hasExit : new boolean[] {false, true}) {
            SpaceTimeMultigrid multigrid = multigrid(hasExit);
            RealMatrix l = dense(hasExit, multigrid.system()::applyBackward);
            double[] work = new double[SIZE];
            RealMatrix forward = dense(hasExit, (x, y) -> multigrid.system().applyForward(x, work, y));
            int nodes = hasExit ? NODES - 1 : NODES;
            RealMatrix transposed = l.transpose();
            for (int column = 0; column < nodes * STEPS; column++) {
                double phi = multigrid.system().phi[column / nodes * NODES + column % nodes];
                for (int row = 0; row < nodes * STEPS; row++) {
                    transposed.multiplyEntry(row, column, 1 / phi);
                }
            }
            // Entries are of the size of 1/(dt h lambda): round-off of those.
            assertThat(forward.subtract(transposed).getNorm()).isLessThan(1e-13 * forward.getNorm());
            double[] x = random(hasExit, 1);
            double[] y = random(hasExit, 2);
            double[] hx = new double[SIZE];
            double[] hy = new double[SIZE];
            multigrid.system().apply(x, work, hx);
            multigrid.system().apply(y, work, hy);
            assertThat(dot(y, hx)).isCloseTo(dot(x, hy), within(1e-12 * dot(x, hx)));
            assertThat(dot(x, hx)).isPositive();
        }
    }

    /** This crowd is no equilibrium, where eigenvalues are about 1 at most; beyond 2 a smoother would amplify. */
    @Test
    void theSmootherAmplifiesNoError() {
        for (boolean hasExit : new boolean[] {false, true}) {
            SpaceTimeMultigrid multigrid = multigrid(hasExit);
            RealMatrix inverse = dense(hasExit, multigrid::smooth);
            double[] eigenvalues =
                    new EigenDecomposition(inverse.multiply(system(hasExit, multigrid))).getRealEigenvalues();
            assertThat(Arrays.stream(eigenvalues).max().orElseThrow()).isLessThan(2);
            assertThat(Arrays.stream(eigenvalues).min().orElseThrow()).isPositive();
        }
    }

    /** Each part of a cycle goes to the least error, in the norm of H, along its direction: whatever the direction, the error does not grow. */
    @Test
    void aCycleLowersTheErrorInTheNormOfTheSystem() {
        for (boolean hasExit : new boolean[] {false, true}) {
            SpaceTimeMultigrid multigrid = multigrid(hasExit);
            double largest = 0;
            for (int seed = 1; seed <= 20; seed++) {
                double[] x = random(hasExit, seed);
                double[] r = new double[SIZE];
                double[] found = new double[SIZE];
                double[] work = new double[SIZE];
                multigrid.system().apply(x, work, r);
                multigrid.solve(r, found);
                double before = dot(x, r);
                for (int i = 0; i < SIZE; i++) {
                    x[i] -= found[i];
                }
                multigrid.system().apply(x, work, r);
                largest = Math.max(largest, Math.sqrt(dot(x, r) / before));
            }
            // Counts of 10 Krylov steps to 1e-8 belong to a factor of 1/6 a cycle; this crowd is no equilibrium.
            assertThat(largest).isLessThan(0.5);
        }
    }

    /** Rates of a crowd that slows down as it grows. */
    @Test
    void withOtherRatesForwardTheSystemIsNotSymmetricAndACycleApproximatesItsInverse() {
        SpaceTimeMultigrid symmetric = multigrid(false);
        Links links = line(false);
        SpaceTimeMultigrid multigrid =
                new SpaceTimeMultigrid(links, symmetric.system().weight, STEPS, false, Workers.of(1));
        SpaceTimeSystem system = multigrid.system();
        SpaceTimeSystem from = symmetric.system();
        for (int at = 0; at < SIZE; at++) {
            system.phi[at] = from.phi[at];
            system.diffusion[0][at] = from.diffusion[0][at];
            system.conductance[0][at] = from.conductance[0][at];
            for (int s = 0; s < 2; s++) {
                system.rate[s][at] = from.rate[s][at];
                system.forwardRate[s][at] = 0.7 * from.rate[s][at];
            }
        }
        multigrid.factorize();
        double[] x = random(false, 3);
        double[] r = new double[SIZE];
        double[] work = new double[SIZE];
        double[] found = new double[SIZE];
        system.apply(x, work, r);
        RealMatrix h = dense(false, (v, y) -> system.apply(v, work, y));
        assertThat(h.subtract(h.transpose()).getNorm()).isGreaterThan(1e-3 * h.getNorm());
        multigrid.solve(r, found);
        double left = 0;
        for (int i = 0; i < SIZE; i++) {
            left += (x[i] - found[i]) * (x[i] - found[i]);
        }
        assertThat(Math.sqrt(left / dot(x, x))).isLessThan(0.5);
    }

    /** Where nobody is, the smoother is exact. */
    @Test
    void withoutACrowdTheSmootherIsTheInverse() {
        SpaceTimeMultigrid multigrid = multigrid(false);
        Arrays.fill(multigrid.system().conductance[0], 0);
        multigrid.factorize();
        RealMatrix exact =
                new LUDecomposition(system(false, multigrid)).getSolver().getInverse();
        RealMatrix smoother = dense(false, multigrid::smooth);
        assertThat(smoother.subtract(exact).getNorm()).isLessThan(1e-10 * exact.getNorm());
    }
}
