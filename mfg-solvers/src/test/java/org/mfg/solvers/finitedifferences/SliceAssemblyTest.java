package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.linalg.StencilMatrix;

/** One slice of the scheme, with rough random data, in one and two dimensions. */
class SliceAssemblyTest {
    private static final double DT = 0.3;

    static Stream<Grid> grids() {
        Axis periodic = Axis.periodic("y", 0, 1);
        Axis corridor = new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0.2));
        return Stream.of(
                Grid.of(SmallGames.INTERVAL, 15),
                Grid.of(SmallGames.RING, 14),
                Grid.of(SmallGames.CORRIDOR, 15),
                Grid.of(Domain.of(corridor, periodic), 7, 6),
                Grid.of(Domain.of(Axis.noFlux("x", 0, 1), periodic), 6, 7),
                Grid.of(Domain.of(Axis.noFlux("x", 0, 1), Axis.states("mood", Chains.five())), 8),
                Grid.of(Domain.of(corridor, periodic, Axis.states("mood", Chains.three())), 5, 4, 3));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void theJacobianIsAnMMatrixWithUnitRowSums(Grid grid) {
        Mesh mesh = new Mesh(grid, Diffusion.of(0.01));
        StencilMatrix s = new StencilMatrix(mesh.size, mesh.sides);
        double[] u = SmallGames.noise(mesh.size, 1);
        assembly(mesh).jacobian(u, 0, density(mesh), 0, s, 0, mesh.size);
        for (int i = 0; i < mesh.size; i++) {
            double sum = s.diagonal[i];
            for (int side = 0; side < mesh.sides; side++) {
                assertThat(s.off[side][i]).isNotPositive();
                sum += s.off[side][i];
            }
            assertThat(s.diagonal[i]).isGreaterThanOrEqualTo(1);
            assertThat(sum).isCloseTo(1, within(1e-15 * s.diagonal[i] * mesh.sides));
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void theJacobianIsTheDerivativeOfTheResidual(Grid grid) {
        Mesh mesh = new Mesh(grid, Diffusion.of(0.01));
        SliceAssembly assembly = assembly(mesh);
        int n = mesh.size;
        double[] u = SmallGames.noise(2 * n, 1);
        double[] v = SmallGames.noise(n, 2);
        StencilMatrix s = new StencilMatrix(n, mesh.sides);
        assembly.jacobian(u, 0, density(mesh), 0, s, 0, n);
        // No kink is so near; the residual is quadratic in u between them, so a central difference is exact but for
        // round-off, 1e-16 times a residual of some hundreds over the step.
        double e = 1e-6;
        double[] more = residual(assembly, mesh, u, v, e);
        double[] less = residual(assembly, mesh, u, v, -e);
        for (int i = 0; i < n; i++) {
            double expected = s.diagonal[i] * v[i];
            for (int side = 0; side < mesh.sides; side++) {
                expected += s.off[side][i] * v[mesh.neighbour[side][i]];
            }
            assertThat((more[i] - less[i]) / (2 * e)).isCloseTo(expected, within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void theLaplacianIsSymmetricInTheWeightsAndKeepsConstants(Grid grid) {
        Mesh mesh = new Mesh(grid, Diffusion.of(0.01));
        for (int i = 0; i < mesh.size; i++) {
            for (int side = 0; side < mesh.positionSides; side++) {
                int j = mesh.neighbour[side][i];
                double back = mesh.diffusion[side ^ 1][j];
                if (back != 0 && mesh.diffusion[side][i] != 0) {
                    assertThat(mesh.weight[i] * mesh.diffusion[side][i])
                            .isCloseTo(mesh.weight[j] * back, within(1e-12 * back));
                }
            }
        }
    }

    private static double[] residual(SliceAssembly assembly, Mesh mesh, double[] u, double[] v, double e) {
        double[] moved = u.clone();
        for (int i = 0; i < mesh.size; i++) {
            moved[i] += e * v[i];
        }
        double[] r = new double[mesh.size];
        assembly.residual(moved, 0, mesh.size, density(mesh), new double[mesh.size], 0, r, 0, 0, mesh.size);
        assembly.residualAtFixed(moved, 0, r, 0);
        return r;
    }

    private static SliceAssembly assembly(Mesh mesh) {
        int dimension = mesh.momentumSides / 2;
        return new SliceAssembly(
                mesh,
                new EngquistOsher(Hamiltonians.driftingInACrowd(), dimension),
                new TimeGrid(DT, 1),
                level -> DT,
                0);
    }

    private static double[] density(Mesh mesh) {
        double[] m = SmallGames.noise(mesh.size, 3);
        for (int i = 0; i < m.length; i++) {
            m[i] = 1 + 0.5 * m[i];
        }
        return m;
    }
}
