package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.grid.States;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.newton.NewtonSolver;

/** What is known of a policy without knowing the scheme: who pays it pays u, and who follows it moves the crowd. */
class PolicyTest {
    private static final Discretization UPWIND = new UpwindDiscretization(1, 20);
    private static final Discretization CRANK_NICOLSON = new CrankNicolsonDiscretization(1);
    private static final Hamiltonian STREAM = Hamiltonians.stream(0.8, 0.4);
    private static final Axis PRESSED = new Axis("x", 0, 1, Boundary.noFlux(), Boundary.stateConstraint());
    private static final Domain STREET = Domain.of(PRESSED);
    private static final Domain HOUSEHOLDS = Domain.of(PRESSED, Axis.states("job", States.two("no", "yes", 0.5, 1)));
    private static final Domain YARD =
            Domain.of(PRESSED, Axis.noFlux("y", 0, 1)).withObstacles(Region.ball(new double[] {0.5, 0.4}, 0.2));

    static Stream<Arguments> games() {
        Domain interval = SmallGames.INTERVAL;
        return Stream.of(
                Arguments.of("a wall", interval, STREAM, UPWIND),
                Arguments.of("a ring", SmallGames.RING, STREAM, UPWIND),
                Arguments.of("an exit", SmallGames.CORRIDOR, STREAM, UPWIND),
                Arguments.of("a constraint", STREET, STREAM, UPWIND),
                Arguments.of("jumps between states", HOUSEHOLDS, STREAM, UPWIND),
                Arguments.of("growth 1.5", interval, Hamiltonians.power(1.5, 0), UPWIND),
                Arguments.of("congestion", STREET, Hamiltonians.driftingInACrowd(), UPWIND),
                Arguments.of("no structure", SmallGames.CORRIDOR, Hamiltonians.unstructured(), UPWIND),
                Arguments.of("the plane", YARD, STREAM, UPWIND),
                Arguments.of("doors and obstacles", CrowdedRoom.DOMAIN, STREAM, UPWIND),
                Arguments.of("congestion in a room", CrowdedRoom.DOMAIN, CrowdedRoom.CONGESTION, UPWIND),
                Arguments.of("Lax and Friedrichs", CrowdedRoom.DOMAIN, CrowdedRoom.SKEW, UPWIND),
                Arguments.of("a wall", interval, STREAM, CRANK_NICOLSON),
                Arguments.of("a ring", SmallGames.RING, STREAM, CRANK_NICOLSON),
                Arguments.of("growth 1.5", interval, Hamiltonians.power(1.5, 0), CRANK_NICOLSON));
    }

    /** Σ w m0 u(0) is what the crowd of each step pays in it, what those who leave pay, and the terminal cost. */
    @ParameterizedTest(name = "{0}, {3}")
    @MethodSource("games")
    void theRunningCostsOfTheCrowdAddUpToTheValueFunction(
            String name, Domain domain, Hamiltonian hamiltonian, Discretization scheme) {
        assertCostsAddUp(game(domain, hamiltonian).build(), scheme, 12);
    }

    static Stream<Arguments> stationaryGames() {
        return Stream.of(
                Arguments.of("a wall", SmallGames.INTERVAL, UPWIND),
                Arguments.of("a ring", SmallGames.RING, UPWIND),
                Arguments.of("a constraint", STREET, UPWIND),
                Arguments.of("jumps between states", HOUSEHOLDS, UPWIND),
                Arguments.of("the plane", YARD, UPWIND),
                Arguments.of("a wall", SmallGames.INTERVAL, CRANK_NICOLSON));
    }

    /** Of an ergodic game they are ρ, of a discounted one r Σ w m u. */
    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("stationaryGames")
    void theRunningCostsOfAStationaryCrowdAreWhatItsGameIsWorth(String name, Domain domain, Discretization scheme) {
        MeanFieldGameBuilder builder = MeanFieldGame.builder("stationary")
                .domain(domain)
                .viscosity(0.1)
                .hamiltonian(STREAM)
                .coupling(SmallGames.crowdAversion(0.5))
                .runningCost((t, x) -> x[0] * x[0])
                .initialDensity(x -> 1);
        assertCostsAddUp(builder.forever().build(), scheme, 1);
        assertCostsAddUp(builder.forever().discount(2).build(), scheme, 1);
    }

    private static void assertCostsAddUp(MeanFieldGame game, Discretization scheme, int steps) {
        DiscreteGame discrete = discretize(game, scheme, steps);
        Equilibrium e = new NewtonSolver(new StoppingRule(1e-12, 60)).solve(discrete);
        assertThat(e.last().residual()).isLessThan(1e-10);
        Policy policy = discrete.policy(e.u(), e.m());
        Grid grid = discrete.grid();
        int n = grid.size();
        double paid = inner(grid, e.m(), steps * n, i -> e.u()[steps * n + i]);
        double[] density = new double[n];
        for (int j = 0; j < steps; j++) {
            int step = j;
            discrete.stepDensity(e.u(), e.m(), j, density);
            paid += discrete.time().step(0) * inner(grid, density, 0, i -> policy.runningCost(step, i));
        }
        double[] exited = new double[steps + 1];
        for (Exit exit : grid.exits()) {
            discrete.exitedMass(e.u(), e.m(), exit, exited);
            paid += exit.cost() * exited[steps];
        }
        double expected = inner(grid, e.m(), 0, i -> e.u()[i]);
        assertThat(Math.abs(expected)).isGreaterThan(0.01);
        // The residuals, over all steps.
        assertThat(paid).isCloseTo(expected, within(1e-9));
    }

    static Stream<Arguments> crowds() {
        return Stream.of(
                Arguments.of("pressed against a constraint", STREET, STREAM, UPWIND),
                Arguments.of("in the plane", YARD, Hamiltonians.quadratic(), UPWIND),
                Arguments.of("growth 3", YARD, Hamiltonians.power(3, 0), UPWIND),
                Arguments.of("with jumps", HOUSEHOLDS, STREAM, UPWIND),
                Arguments.of("on an interval", SmallGames.INTERVAL, Hamiltonians.quadratic(), CRANK_NICOLSON));
    }

    /** Without noise, and where no drift leads into a wall, the mean position of the crowd moves with its mean drift. */
    @ParameterizedTest(name = "{0}, {3}")
    @MethodSource("crowds")
    void theCrowdMovesWithTheMeanDrift(String name, Domain domain, Hamiltonian hamiltonian, Discretization scheme) {
        int steps = 8;
        DiscreteGame discrete =
                discretize(game(domain, hamiltonian).viscosity(0).horizon(0.4).build(), scheme, steps);
        double[] u = new double[discrete.size()];
        double[] m = Guess.stationary(discrete).m().clone();
        discrete.backward(m, u);
        discrete.forward(u, m);
        Policy policy = discrete.policy(u, m);
        Grid grid = discrete.grid();
        double[] density = new double[grid.size()];
        for (int j = 0; j < steps; j++) {
            int step = j;
            discrete.stepDensity(u, m, j, density);
            for (int k = 0; k < domain.positionAxes(); k++) {
                int axis = k;
                double before = inner(grid, m, j * grid.size(), i -> grid.coordinate(i, axis));
                double after = inner(grid, m, (j + 1) * grid.size(), i -> grid.coordinate(i, axis));
                double drift = inner(grid, density, 0, i -> policy.drift(step, i, axis));
                assertThat((after - before) / discrete.time().step(0)).isCloseTo(drift, within(1e-10));
            }
        }
    }

    /** L(0) = |0 - b|²/2, and beside the wall agents go on until they stand there. */
    @Test
    void agentsAtAConstraintPayForStandingAndDoNotDriftOut() {
        DiscreteGame game = discretize(
                game(STREET, Hamiltonians.stream(1))
                        .runningCost((t, x) -> 0)
                        .viscosity(0)
                        .build(),
                UPWIND,
                10);
        double[] zero = new double[game.size()];
        Policy policy = game.policy(zero, zero);
        int wall = game.grid().size() - 1;

        assertThat(policy.drift(0, wall, 0)).isZero();
        assertThat(policy.runningCost(0, wall)).isEqualTo(0.5);
        assertThat(policy.drift(0, wall - 1, 0)).isEqualTo(1);
        assertThat(policy.runningCost(0, wall - 1)).isZero();
    }

    /** A reflecting wall is no reason to row: the stream presses them, for nothing. */
    @Test
    void agentsAtAReflectingWallPressAgainstIt() {
        DiscreteGame game = discretize(
                game(SmallGames.INTERVAL, Hamiltonians.stream(1))
                        .runningCost((t, x) -> 0)
                        .viscosity(0)
                        .build(),
                UPWIND,
                10);
        double[] zero = new double[game.size()];
        Policy policy = game.policy(zero, zero);

        assertThat(policy.drift(0, game.grid().size() - 1, 0)).isEqualTo(1);
        assertThat(policy.runningCost(0, game.grid().size() - 1)).isZero();
    }

    /** Those about to leave go on as they came; along the door nobody drifts. */
    @Test
    void agentsDriftOnIntoAnExitAndNotIntoObstacles() {
        Domain domain = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(1)), Axis.noFlux("y", 0, 1))
                .withObstacles(Region.box(new double[] {0.25, 0.25}, new double[] {0.5, 0.5}));
        DiscreteGame game = discretize(
                game(domain, Hamiltonians.quadratic()).runningCost((t, x) -> 0).build(), UPWIND, 4);
        double[] u = new double[game.size()];
        for (int i = 0; i < u.length; i++) {
            u[i] = 1 + 3 * (1 - game.grid().coordinate(i % game.grid().size(), 0));
        }
        Policy policy = game.policy(u, new double[u.length]);
        for (int i = 0; i < game.grid().size(); i++) {
            boolean isObstacle = game.grid().isWall(i);
            int next = game.grid().neighbour(i, 1);
            boolean isBlocked = next >= 0 && game.grid().isWall(next);
            assertThat(policy.drift(1, i, 0)).isCloseTo(isObstacle || isBlocked ? 0 : 3, within(1e-12));
            assertThat(policy.drift(1, i, 1)).isCloseTo(0, within(1e-12));
            assertThat(policy.runningCost(1, i)).isCloseTo(isObstacle || isBlocked ? 0 : 4.5, within(1e-12));
        }
    }

    /** At exits on both sides the differences towards the inside are those on both sides; along them, those of the scheme. */
    @Test
    void atAnExitAgentsTakeTheDifferencesTowardsTheInside() {
        Axis x = new Axis("x", 0, 1, Boundary.exit(1), Boundary.exit(2));
        Domain domain = Domain.of(x, new Axis("y", 0, 1, Boundary.noFlux(), Boundary.stateConstraint()));
        DiscreteGame game = discretize(
                game(domain, Hamiltonians.quadratic()).runningCost((t, z) -> 0).build(), UPWIND, 4);
        double[] u = SmallGames.noise(game.size(), 1);
        Policy policy = game.policy(u, new double[u.length]);
        int nx = 13;
        int ny = 17;
        for (int j = 0; j < ny; j++) {
            for (int i : new int[] {0, nx - 1}) {
                int node = i * ny + j;
                int inside = i == 0 ? node + ny : node - ny;
                double alongX = (u[inside] - u[node]) * (nx - 1) * (i == 0 ? 1 : -1);
                double below = j > 0 ? (u[node] - u[node - 1]) * (ny - 1) : (u[node + 1] - u[node]) * (ny - 1);
                double above = j < ny - 1 ? (u[node + 1] - u[node]) * (ny - 1) : 0;
                double up = Math.max(below, 0);
                double down = Math.min(above, 0);
                assertThat(policy.drift(0, node, 0)).isCloseTo(-alongX, within(1e-12));
                assertThat(policy.drift(0, node, 1)).isCloseTo(-up - down, within(1e-12));
                assertThat(policy.runningCost(0, node))
                        .isCloseTo(0.5 * (alongX * alongX + up * up + down * down), within(1e-10));
            }
        }
    }

    private static MeanFieldGameBuilder game(Domain domain, Hamiltonian hamiltonian) {
        return MeanFieldGame.builder("game")
                .domain(domain)
                .horizon(1)
                .viscosity(0.05)
                .hamiltonian(hamiltonian)
                .coupling(SmallGames.crowdAversion(0.5))
                .runningCost((t, x) -> t * x[0])
                .terminalCost(x -> 0.5 * (x[0] - 0.7) * (x[0] - 0.7))
                .initialDensity(x -> 1 + x[0]);
    }

    private static DiscreteGame discretize(MeanFieldGame game, Discretization scheme, int steps) {
        Grid grid = game.domain().positionAxes() == 2 ? Grid.of(game.domain(), 13, 17) : Grid.of(game.domain(), 31);
        return scheme.discretize(game, grid, game.timeGrid(steps));
    }

    /** A function of nodes. */
    private interface AtNode {
        double at(int node);
    }

    private static double inner(Grid grid, double[] density, int offset, AtNode f) {
        double sum = 0;
        for (int i = 0; i < grid.size(); i++) {
            sum += grid.weight(i) * density[offset + i] * f.at(i);
        }
        return sum;
    }
}
