package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;
import org.mfg.solvers.parallel.Workers;

/** Newton's method of a slice on equations that are known: one for each node. */
class SliceNewtonTest {
    private static final int NODES = 5;
    /** Slices before and after the one that is solved. */
    private static final int OFFSET = NODES;

    private int steps;

    @Test
    void itFindsRootsOfAnySizeInAFewSteps() {
        for (double root : new double[] {1e-3, 1, 1e10}) {
            double[] u = solve(2 * root, v -> v * v - root * root, v -> 2 * v);
            assertThat(Arrays.copyOfRange(u, OFFSET, OFFSET + NODES))
                    .containsOnly(new double[] {root}, within(1e-14 * root + 1e-18));
            assertThat(u[OFFSET - 1]).isEqualTo(7);
            assertThat(u[OFFSET + NODES]).isEqualTo(7);
            // From 1 off relatively: 0.25, 0.025, 3e-4, 5e-8, 1e-15, and one that is small.
            assertThat(steps).isLessThanOrEqualTo(7);
        }
    }

    @Test
    void whereThereIsNoneItGivesUp() {
        assertThatThrownBy(() -> solve(0.3, v -> v * v + 1, v -> 2 * v))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessage(
                        "Hamilton-Jacobi-Bellman equation, time level 3, node 0: no solution after 100 Newton steps");
        assertThat(steps).isEqualTo(100);
    }

    @Test
    void theFirstNodeThatIsNotFiniteIsNamed() {
        for (int bad = 0; bad < NODES; bad++) {
            int node = bad;
            double[] u = new double[3 * NODES];
            assertThatThrownBy(() -> newton().solve(3, u, OFFSET, new Each(u, v -> v - 1, v -> 1) {
                        @Override
                        public void linearize(double[] residual, StencilMatrix jacobian) {
                            super.linearize(residual, jacobian);
                            Arrays.fill(residual, node, NODES, Double.NaN);
                        }
                    }))
                    .hasMessage("Hamilton-Jacobi-Bellman equation, time level 3, node " + node
                            + ": the value function is not finite");
        }
    }

    /** The same equation at every node of the slice. */
    private class Each implements SliceNewton.Equation {
        private final double[] u;
        private final DoubleUnaryOperator f;
        private final DoubleUnaryOperator slope;

        Each(double[] u, DoubleUnaryOperator f, DoubleUnaryOperator slope) {
            this.u = u;
            this.f = f;
            this.slope = slope;
            steps = 0;
        }

        @Override
        public void linearize(double[] residual, StencilMatrix jacobian) {
            steps++;
            Arrays.setAll(residual, i -> f.applyAsDouble(u[OFFSET + i]));
            Arrays.setAll(jacobian.diagonal, i -> slope.applyAsDouble(u[OFFSET + i]));
        }
    }

    private double[] solve(double guess, DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        double[] u = new double[3 * NODES];
        Arrays.fill(u, 7);
        Arrays.fill(u, OFFSET, OFFSET + NODES, guess);
        newton().solve(3, u, OFFSET, new Each(u, f, slope));
        return u;
    }

    private static SliceNewton newton() {
        Mesh mesh = new Mesh(Grid.of(SmallGames.INTERVAL, NODES), Diffusion.of(1));
        ParallelAssembly assembly = new ParallelAssembly(
                mesh,
                () -> new EngquistOsher(Hamiltonians.quadratic(), 1),
                new TimeGrid(1, 1),
                level -> 1,
                0,
                Workers.of(1));
        return new SliceNewton(mesh, assembly, new Diagonal());
    }

    /** Of nodes that know nothing of each other. */
    private static final class Diagonal implements SliceSystems {
        private double[] diagonal = new double[0];

        @Override
        public void factorize(int slice, StencilMatrix matrix) {
            diagonal = matrix.diagonal.clone();
        }

        @Override
        public void solve(int slice, double[] b, int offset) {
            for (int i = 0; i < diagonal.length; i++) {
                b[offset + i] /= diagonal[i];
            }
        }

        @Override
        public void solveTransposed(int slice, double[] b, int offset) {
            solve(slice, b, offset);
        }
    }
}
