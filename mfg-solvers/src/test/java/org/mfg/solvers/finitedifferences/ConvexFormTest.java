package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.ConvexForm;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.newton.NewtonSolver;
import org.mfg.solvers.parallel.Workers;

/** The two maps of a convex problem against the sweeps, which know nothing of them. */
class ConvexFormTest {
    private static final Domain PLANE = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 2));

    static Stream<DiscreteGame> games() {
        return Stream.of(
                        SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.drifting()),
                        SmallGames.tutorial(SmallGames.RING, Hamiltonians.quadratic()),
                        SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                                .terminalCoupling(SmallGames.crowdAversion(0.3)),
                        SmallGames.tutorial(PLANE, Hamiltonians.power(3, 0)).diffusion(Diffusion.axes(0.02, 0.005)))
                .map(game -> SmallGames.discretize(game.build(), 9, 6));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theFlowOfAnyStrategyIsProjectedOnItsPopulation(DiscreteGame game) {
        double[] u = SmallGames.noise(game.size(), 1);
        double[] m = new double[game.size()];
        game.forward(u, m);
        ConvexForm form = game.convexForm();
        double[][] flow = flow(form);
        double[][] nearest = flow(form);

        form.enter(u, m, flow);
        form.project(flow, nearest);

        int n = m.length - form.size();
        for (int i = 0; i < form.size(); i++) {
            assertThat(nearest[0][i]).isCloseTo(m[n + i], within(1e-9));
        }
    }

    /** Both maps leave an equilibrium of Newton's method where it is: it is the minimum. */
    @ParameterizedTest
    @MethodSource("games")
    void anEquilibriumIsAFixedPoint(DiscreteGame game) {
        Equilibrium newton = new NewtonSolver(new StoppingRule(1e-12, 50)).solve(game);
        ConvexForm form = game.convexForm();
        double[][] onConstraint = flow(form);
        double[][] cheapest = cheapestAt(newton, form, onConstraint);

        for (int c = 0; c < cheapest.length; c++) {
            for (int i = 0; i < cheapest[c].length; i++) {
                assertThat(cheapest[c][i]).isCloseTo(onConstraint[c][i], within(1e-8));
            }
        }
    }

    /** The proximal map of the reflected flow of an equilibrium; writes the projection too. */
    private static double[][] cheapestAt(Equilibrium equilibrium, ConvexForm form, double[][] onConstraint) {
        double[][] flow = flow(form);
        double[][] cheapest = flow(form);
        form.enter(equilibrium.u(), equilibrium.m(), flow);
        form.project(flow, onConstraint);
        for (int c = 0; c < flow.length; c++) {
            for (int i = 0; i < flow[c].length; i++) {
                flow[c][i] = 2 * onConstraint[c][i] - flow[c][i];
            }
        }
        form.proximal(flow, cheapest);
        return cheapest;
    }

    static Stream<MeanFieldGame> gamesWithLimits() {
        return Stream.of(
                SmallGames.planning(SmallGames.INTERVAL).build(),
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                        .ceiling((t, x) -> 4.2 - 3 * t)
                        .build());
    }

    /** Where a crowd is limited too, with the tolls that Newton's method has found by other equations. */
    @ParameterizedTest
    @MethodSource("gamesWithLimits")
    void theTollsAtAnEquilibriumAreThoseOfNewton(MeanFieldGame continuous) {
        DiscreteGame game = SmallGames.discretize(continuous, 15, 12);
        Equilibrium newton = new NewtonSolver(new StoppingRule(1e-11, 200)).solve(game);
        ConvexForm form = game.convexForm();
        double[][] cheapest = cheapestAt(newton, form, flow(form));
        double[] pressure = new double[game.size()];
        double[] end = new double[15];
        form.tolls(pressure, end);

        assertThat(newton.isConverged()).isTrue();
        for (int i = 0; i < form.size(); i++) {
            assertThat(cheapest[0][i]).isCloseTo(newton.m()[i + 15], within(1e-7));
        }
        if (continuous.ceiling().isPresent()) {
            double[] expected = newton.pressure().orElseThrow();
            assertThat(Arrays.stream(expected).max().orElseThrow()).isGreaterThan(0.1);
            for (int i = 15; i < pressure.length; i++) {
                assertThat(pressure[i]).isCloseTo(expected[i], within(1e-6));
            }
        } else {
            for (int i = 0; i < end.length; i++) {
                assertThat(end[i]).isCloseTo(newton.u()[form.size() + i], within(1e-7));
            }
        }
    }

    /** ⟨z - P z, P z - P z'⟩ = 0 in the metric, for flows z and z' of noise. */
    @ParameterizedTest
    @MethodSource("games")
    void theProjectionIsOrthogonalInTheMetric(DiscreteGame game) {
        Mesh mesh = new Mesh(game.grid(), game.game().diffusion());
        int steps = game.time().steps();
        ContinuityEquation continuity = continuity(game, mesh);
        double[][] z = noise(mesh, steps, 1);
        double[][] other = noise(mesh, steps, 2);
        double[][] pz = new double[z.length][z[0].length];
        double[][] pOther = new double[z.length][z[0].length];
        double[][] again = new double[z.length][z[0].length];
        continuity.project(z, pz);
        continuity.project(other, pOther);
        continuity.project(pz, again);

        double inner = 0;
        double size = 0;
        for (int c = 0; c < z.length; c++) {
            for (int i = 0; i < z[c].length; i++) {
                int node = i % mesh.size;
                double weight = mesh.weight[node]
                        * (c == 0 ? continuity.densityWeight(i / mesh.size) : continuity.fluxWeight(c - 1, node));
                inner += weight * (z[c][i] - pz[c][i]) * (pz[c][i] - pOther[c][i]);
                size += weight * Math.abs((z[c][i] - pz[c][i]) * (pz[c][i] - pOther[c][i]));
                assertThat(again[c][i]).isCloseTo(pz[c][i], within(1e-9));
            }
        }
        assertThat(inner).isCloseTo(0, within(1e-11 * size));
    }

    /** The conjugate of |p|^β/β is |v|^β'/β', 1/β + 1/β' = 1, and that of the upwind form the same for fluxes of the right sign. */
    @ParameterizedTest
    @CsvSource({"2, 2", "3, 1.5", "1.5, 3"})
    void theProximalMapMinimises(double beta, double conjugate) {
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.power(beta, 0))
                        .build(),
                9,
                6);
        Mesh mesh = new Mesh(game.grid(), game.game().diffusion());
        ContinuityEquation continuity = continuity(game, mesh);
        LocalCoupling[] couplings = {SmallGames.crowdAversion(0.5)};
        CrowdCosts costs = new CrowdCosts(couplings, new LocalCoupling[0], game.time(), mesh).with(game.game());
        NodeProximal proximal = new NodeProximal(
                mesh,
                costs,
                new DensityLimits(
                        ((GridGame) game).constraints, mesh.size * game.time().steps()),
                continuity,
                new RadialProximal(Hamiltonians.power(beta, 0)));
        double[][] z = noise(mesh, 6, 3);
        double[][] nearest = new double[3][z[0].length];
        int empty = 0;
        // Not the last step, whose cost has that of the end in it.
        for (int i = 0; i < 5 * mesh.size; i++) {
            int node = i % mesh.size;
            double[] from = {z[0][i], z[1][i], z[2][i]};
            double[] weight = {0.7, continuity.fluxWeight(0, node), continuity.fluxWeight(1, node)};
            proximal.map(i / mesh.size, node, z, nearest);
            double[] best = {nearest[0][i], nearest[1][i], nearest[2][i]};
            double least = cost(best, from, weight, conjugate);
            empty += best[0] == 0 ? 1 : 0;
            for (int k = 0; k < 50; k++) {
                double[] step = SmallGames.noise(3, k);
                double size = k % 2 == 0 ? 1e-4 : 0.1;
                double[] moved = {
                    Math.max(0, best[0] + size * step[0]),
                    node == 0 ? 0 : Math.max(0, best[1] + size * step[1]),
                    node == mesh.size - 1 ? 0 : Math.min(0, best[2] + size * step[2])
                };
                assertThat(cost(moved, from, weight, conjugate)).isGreaterThanOrEqualTo(least - 1e-14);
            }
        }
        assertThat(empty).isBetween(1, 44);
    }

    private static double cost(double[] flow, double[] from, double[] weight, double conjugate) {
        double flux = Math.hypot(flow[1], flow[2]);
        double cost = 0.25 * flow[0] * flow[0];
        if (flux > 0) {
            cost += flow[0] > 0 ? flow[0] * Math.pow(flux / flow[0], conjugate) / conjugate : Double.POSITIVE_INFINITY;
        }
        for (int c = 0; c < 3; c++) {
            cost += 0.5 * weight[c] * (flow[c] - from[c]) * (flow[c] - from[c]);
        }
        return cost;
    }

    private static ContinuityEquation continuity(DiscreteGame game, Mesh mesh) {
        Grid grid = game.grid();
        double[] diffusion = new double[grid.dimension()];
        for (int k = 0; k < diffusion.length; k++) {
            diffusion[k] = mesh.diffusivity(0, 0, k);
        }
        int steps = game.time().steps();
        double dt = game.time().step(0);
        Workers alone = Workers.of(1);
        ProjectionSystem system = new ProjectionSystem(grid, diffusion, dt, steps, alone);
        ContinuityEquation continuity = new ContinuityEquation(mesh, dt, game.initialDensity(), system, steps, alone);
        continuity.weigh(0.7, 2, 1.9);
        return continuity;
    }

    private static double[][] flow(ConvexForm form) {
        return new double[form.components()][form.size()];
    }

    /** Fluxes where there is no neighbour are none. */
    private static double[][] noise(Mesh mesh, int steps, int seed) {
        double[][] flow = new double[1 + mesh.sides][];
        for (int c = 0; c < flow.length; c++) {
            flow[c] = SmallGames.noise(steps * mesh.size, 10 * seed + c);
            for (int i = 0; i < flow[c].length && c > 0; i++) {
                flow[c][i] *= mesh.inverseSpacing[c - 1][i % mesh.size] > 0 ? 1 : 0;
            }
        }
        return flow;
    }
}
