package org.mfg.solvers.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.NumericalFailureException;
import org.mfg.solvers.parallel.Workers;

class GridSystemsTest {
    private static final double TIGHT = 1e-14;

    static List<RandomStencil> stencils() {
        List<RandomStencil> stencils = new ArrayList<>();
        for (int[] nodes :
                new int[][] {{3, 3}, {4, 7}, {11, 9}, {16, 5}, {3, 4, 5}, {6, 7, 5}, {5, 3, 8}, {6, 5, 2}, {7, 2}}) {
            for (int mask = 0; mask < 1 << nodes.length; mask++) {
                boolean[] periodic = new boolean[nodes.length];
                for (int k = 0; k < nodes.length; k++) {
                    periodic[k] = (mask >> k & 1) == 1;
                }
                for (double largest : new double[] {0.1, 3, 300}) {
                    stencils.add(new RandomStencil(stencils.size(), largest, nodes, periodic));
                }
            }
        }
        for (Jumps jumps : new Jumps[] {
            new Jumps(2, new int[] {1}, true),
            new Jumps(4, new int[] {1, 3}, true),
            new Jumps(3, new int[0], true),
            new Jumps(3, new int[] {1}, false),
            new Jumps(4, new int[] {2}, false),
            new Jumps(5, new int[] {1, 2, 3, 4}, false),
            new Jumps(6, new int[] {2, 3, 5}, false)
        }) {
            for (int mask = 0; mask < 4; mask++) {
                boolean[] periodic = {(mask & 1) == 1, (mask & 2) == 2, false};
                for (double largest : new double[] {0.1, 3, 300}) {
                    int seed = stencils.size();
                    int[] plane = {5, 4, jumps.states()};
                    int[] line = {7, jumps.states()};
                    stencils.add(new RandomStencil(seed, largest, plane, periodic, jumps));
                    stencils.add(new RandomStencil(seed, largest, line, new boolean[] {periodic[0], false}, jumps));
                }
            }
        }
        return stencils;
    }

    private static GridSystems systems(RandomStencil stencil, int slices, double tolerance, int threads) {
        GridSystems systems =
                new GridSystems(slices, stencil.nodes, stencil.periodic, stencil.jumps, tolerance, Workers.of(threads));
        for (int slice = 0; slice < slices; slice++) {
            systems.factorize(slice, stencil.matrix);
        }
        return systems;
    }

    private static double[] random(long seed, int n) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    /** Round-off in the solution is amplified by the condition number, at most that of the diagonal here. */
    @ParameterizedTest
    @MethodSource("stencils")
    void bothSystemsAgreeWithDenseElimination(RandomStencil stencil) {
        int n = stencil.matrix.diagonal.length;
        GridSystems systems = systems(stencil, 2, TIGHT, 1);
        double[] b = random(1, n + 3);
        for (boolean transposed : new boolean[] {false, true}) {
            RealMatrix dense = transposed ? stencil.dense.transpose() : stencil.dense;
            double[] expected = new LUDecomposition(dense)
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(Arrays.copyOfRange(b, 2, n + 2)))
                    .toArray();
            double[] x = b.clone();
            if (transposed) {
                systems.solveTransposed(1, x, 2);
            } else {
                systems.solve(1, x, 2);
            }
            assertThat(Arrays.copyOfRange(x, 2, n + 2)).containsExactly(expected, within(2e-12));
            assertThat(new double[] {x[0], x[1], x[n + 2]}).containsExactly(b[0], b[1], b[n + 2]);
        }
    }

    /** With equal row sums of the matrix and its factors, even a rough solve keeps constants and mass. */
    @ParameterizedTest
    @MethodSource("stencils")
    void constantsAndMassAreKeptWhateverTheTolerance(RandomStencil stencil) {
        int n = stencil.matrix.diagonal.length;
        GridSystems systems = systems(stencil, 1, 1e-1, 1);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        systems.solve(0, ones, 0);
        assertThat(ones).containsOnly(new double[] {1}, within(1e-12));
        double[] mass = random(2, n);
        double before = Arrays.stream(mass).sum();
        systems.solveTransposed(0, mass, 0);
        assertThat(Arrays.stream(mass).sum()).isCloseTo(before, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("stencils")
    void theTransposedSolveIsTheAdjoint(RandomStencil stencil) {
        int n = stencil.matrix.diagonal.length;
        GridSystems systems = systems(stencil, 1, TIGHT, 1);
        double[] a = random(3, n);
        double[] b = random(4, n);
        double[] x = a.clone();
        double[] y = b.clone();
        systems.solve(0, x, 0);
        systems.solveTransposed(0, y, 0);
        assertThat(dot(x, b)).isCloseTo(dot(a, y), within(1e-11));
    }

    @ParameterizedTest
    @MethodSource("stencils")
    void theResultDoesNotDependOnTheNumberOfThreads(RandomStencil stencil) {
        int n = stencil.matrix.diagonal.length;
        double[] expected = random(5, n);
        systems(stencil, 1, TIGHT, 1).solveTransposed(0, expected, 0);
        for (int threads = 2; threads <= 3; threads++) {
            double[] x = random(5, n);
            systems(stencil, 1, TIGHT, threads).solveTransposed(0, x, 0);
            assertThat(x).isEqualTo(expected);
        }
    }

    /** Each half has more nodes than are worked on together: 585 and 560 against 504. */
    @Test
    void gridsOfSeveralBlocksAreSolvedToo() {
        for (int[] nodes : new int[][] {{130, 9}, {20, 8, 7}}) {
            for (boolean ring : new boolean[] {false, true}) {
                boolean[] periodic = new boolean[nodes.length];
                Arrays.fill(periodic, ring);
                RandomStencil stencil = new RandomStencil(7, 3, nodes, periodic);
                int n = stencil.matrix.diagonal.length;
                GridSystems systems = systems(stencil, 1, TIGHT, 2);
                double[] b = random(6, n);
                double[] x = b.clone();
                systems.solve(0, x, 0);
                assertThat(stencil.dense.operate(x)).containsExactly(b, within(1e-11));
                x = b.clone();
                systems.solveTransposed(0, x, 0);
                assertThat(stencil.dense.preMultiply(x)).containsExactly(b, within(1e-11));
            }
        }
    }

    /** Powers of two change no digit; the tolerance is one against the right-hand side. */
    @Test
    void theSolutionScalesWithTheRightHandSideAtAnyTolerance() {
        RandomStencil stencil = new RandomStencil(3, 300, new int[] {11, 9}, new boolean[2]);
        GridSystems systems = systems(stencil, 1, 1e-3, 1);
        double[] expected = random(8, 99);
        systems.solve(0, expected, 0);
        for (double factor : new double[] {0x1p-40, 0x1p40}) {
            double[] x = random(8, 99);
            for (int i = 0; i < 99; i++) {
                x[i] *= factor;
            }
            systems.solve(0, x, 0);
            for (int i = 0; i < 99; i++) {
                assertThat(x[i]).isEqualTo(factor * expected[i]);
            }
        }
    }

    @Test
    void aSystemThatCannotBeSolvedIsSaidToBeAndSpoilsNoOther() {
        RandomStencil stencil = new RandomStencil(3, 3, new int[] {4, 7}, new boolean[2]);
        GridSystems systems = systems(stencil, 2, TIGHT, 1);
        double[] expected = random(9, 28);
        systems.solve(0, expected, 0);

        StencilMatrix broken = new StencilMatrix(28, 4);
        System.arraycopy(stencil.matrix.diagonal, 0, broken.diagonal, 0, 28);
        broken.diagonal[5] = Double.NaN;
        systems.factorize(1, broken);
        assertThatThrownBy(() -> systems.solve(1, random(9, 28), 0))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("time level 1")
                .hasMessageContaining("was not solved");
        double[] x = random(9, 28);
        systems.solve(0, x, 0);
        assertThat(x).isEqualTo(expected);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
