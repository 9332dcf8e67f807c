package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.linalg.StencilMatrix;
import org.mfg.solvers.parallel.Workers;

/** Systems with the generator of a crowd that stays, against full matrices. */
class RecurrentSystemsTest {
    private static final double TAU = 5;

    static Stream<Grid> grids() {
        Axis x = Axis.noFlux("x", -1, 2);
        Domain walled = Domain.of(x, Axis.noFlux("y", 0, 2))
                .withObstacles(Region.box(new double[] {0.1, 0.5}, new double[] {0.9, 1.3}));
        return Stream.of(
                Grid.of(Domain.of(x), 13),
                Grid.of(Domain.of(Axis.periodic("x", 0, 3)), 12),
                Grid.of(Domain.of(x, Axis.states("mood", Chains.five())), 7),
                Grid.of(Domain.of(x, Axis.periodic("y", 0, 2)), 6, 7),
                Grid.of(walled, 8, 9));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void theyAreThoseOfTheMatrixWithARowAndAColumnMore(Grid grid) {
        Case c = new Case(grid, Diffusion.of(0.05));
        SystemsFactory factory = new SystemsFactory(grid, c.mesh, true, Workers.of(1));
        // Elimination is exact; GMRES ends at 1e-8 of a residual.
        c.check(factory.iterativeRecurrent(), 1e-6);
        RecurrentSystems chosen = factory.recurrent();
        boolean isLine =
                grid.domain().positionAxes() == 1 && !grid.domain().axis(0).isPeriodic();
        assertThat(chosen instanceof DirectRecurrentSystems).isEqualTo(isLine);
        c.check(chosen, isLine ? 1e-11 : 1e-6);
    }

    /** Without diffusion the crowd drifts to the middle and the ends are empty: no end may be the place where x is held. */
    @Test
    void placesThatAreLeftForGoodHaveTheirCostsAsWell() {
        Grid grid = Grid.of(Domain.interval(0, 1), 11);
        Case c = new Case(grid, Diffusion.of(0));
        Arrays.setAll(c.u, i -> Math.pow(grid.coordinate(i, 0) - 0.62, 2));
        c.assemble();
        DirectRecurrentSystems direct =
                (DirectRecurrentSystems) new SystemsFactory(grid, c.mesh, true, Workers.of(1)).recurrent();
        c.check(direct, 1e-11);
        assertThat(direct.masses[0]).isZero();
        assertThat(Arrays.stream(direct.masses).sum()).isCloseTo(1, within(1e-15));
    }

    @Test
    void whatGmresDoesNotSolveIsAFailureThatSaysSo() {
        Grid grid = Grid.of(SmallGames.RING, 9);
        Case c = new Case(grid, Diffusion.of(0.05));
        RecurrentSystems systems = new SystemsFactory(grid, c.mesh, true, Workers.of(1)).iterativeRecurrent();
        systems.factorize(0, c.matrix);
        double[] b = new double[grid.size()];
        b[3] = Double.NaN;
        assertThatThrownBy(() -> systems.solve(0, b.clone(), 0))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("hardly mixes");
        assertThatThrownBy(() -> systems.solveTransposed(0, b.clone(), 0))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("hardly mixes");
    }

    /** In the plane GMRES is slow where nothing diffuses along an axis, so elimination is chosen unless it takes minutes. */
    @Test
    void inThePlaneEliminationIsForDegenerateDiffusionsOfModerateSize() {
        Domain plane = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));
        Domain tube = Domain.of(Axis.periodic("x", 0, 1), Axis.noFlux("y", 0, 1));
        Diffusion degenerate = Diffusion.axes(0, 0.1);
        assertThat(isDirect(plane, 20, degenerate, true)).isTrue();
        assertThat(isDirect(plane, 20, Diffusion.of(0.1), true)).isFalse();
        assertThat(isDirect(plane, 20, degenerate, false)).isFalse();
        assertThat(isDirect(tube, 20, degenerate, true)).isFalse();
        assertThat(isDirect(plane, 200, degenerate, true)).isTrue();
        // About 20 n^3 operations: 1.6e11 of n = 2000.
        assertThat(isDirect(plane, 2000, degenerate, true)).isFalse();
    }

    private static boolean isDirect(Domain domain, int nodes, Diffusion diffusion, boolean isStationary) {
        Grid grid = Grid.of(domain, nodes);
        SystemsFactory factory = new SystemsFactory(grid, new Mesh(grid, diffusion), isStationary, Workers.of(1));
        return factory.recurrent() instanceof DirectRecurrentSystems;
    }

    /** S = I + τA of a rough strategy. */
    private static final class Case {
        private final Grid grid;
        private final Mesh mesh;
        private final StencilMatrix matrix;
        private final double[] u;

        Case(Grid grid, Diffusion diffusion) {
            this.grid = grid;
            mesh = new Mesh(grid, diffusion);
            matrix = new StencilMatrix(mesh.size, mesh.sides);
            u = SmallGames.noise(mesh.size, 1);
            Arrays.setAll(u, i -> grid.isWall(i) ? 0 : 0.1 * u[i]);
            assemble();
        }

        void assemble() {
            EngquistOsher g = new EngquistOsher(Hamiltonians.quadratic(), mesh.momentumSides / 2);
            double[] m = new double[mesh.size];
            new SliceAssembly(mesh, g, new TimeGrid(1, 1), level -> TAU, 0).jacobian(u, 0, m, 0, matrix, 0, mesh.size);
        }

        /** J = S - I + 1 vᵀ, and the identity at walls. */
        private RealMatrix dense() {
            int n = mesh.size;
            double volume = Arrays.stream(grid.weights()).sum();
            RealMatrix dense = new Array2DRowRealMatrix(n, n);
            for (int i = 0; i < n; i++) {
                if (grid.isWall(i)) {
                    dense.setEntry(i, i, 1);
                    continue;
                }
                dense.addToEntry(i, i, matrix.diagonal[i] - 1);
                for (int s = 0; s < mesh.sides; s++) {
                    dense.addToEntry(i, mesh.neighbour[s][i], matrix.off[s][i]);
                }
                for (int l = 0; l < n; l++) {
                    dense.addToEntry(i, l, grid.weight(l) / volume);
                }
            }
            return dense;
        }

        void check(RecurrentSystems systems, double tolerance) {
            int n = mesh.size;
            int offset = 2;
            double[] b = SmallGames.noise(n, 7);
            Arrays.setAll(b, i -> grid.isWall(i) ? 0 : 0.3 + b[i]);
            RealMatrix dense = dense();
            double[] x = new double[n + offset];
            systems.factorize(0, matrix);
            for (boolean isTransposed : new boolean[] {false, true}) {
                System.arraycopy(b, 0, x, offset, n);
                if (isTransposed) {
                    systems.solveTransposed(0, x, offset);
                } else {
                    systems.solve(0, x, offset);
                }
                double[] exact = new LUDecomposition(isTransposed ? dense.transpose() : dense)
                        .getSolver()
                        .solve(new ArrayRealVector(b))
                        .toArray();
                double size = Arrays.stream(exact).map(Math::abs).max().orElseThrow();
                assertThat(Arrays.copyOfRange(x, offset, n + offset))
                        .as("transposed: " + isTransposed)
                        .containsExactly(exact, within(tolerance * Math.max(1, size)));
            }
        }
    }
}
