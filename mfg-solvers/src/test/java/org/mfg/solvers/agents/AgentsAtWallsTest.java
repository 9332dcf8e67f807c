package org.mfg.solvers.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;

/**
 * Agents whom a stream of speed 1 presses against a wall, or leads out. None of these games has a coupling: one sweep each way solves it.
 */
class AgentsAtWallsTest {
    private static final Boundary CONSTRAINT = Boundary.stateConstraint();
    private static final Domain PRESSED = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), CONSTRAINT));
    private static final int AGENTS = 4000;

    /** They row against it, at 1/2 a time, when they are there: all the time without noise, in a layer of width ν with it. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void agentsAtAStateConstraintPayForNotCrossingIt(double viscosity) {
        Solved solved = solve(
                stream(PRESSED).viscosity(viscosity).runningCost((t, x) -> 0).build(), 400, 401);

        assertPaysTheValue(solved, solved.agents());
    }

    static Stream<Arguments> streets() {
        return Stream.of(Boundary.stateConstraint(), Boundary.noFlux(), Boundary.exit(0.5))
                .flatMap(end -> Stream.of(Arguments.of(end, 0.0), Arguments.of(end, 0.1)));
    }

    @ParameterizedTest
    @MethodSource("streets")
    void agentsPayTheValueFunctionWhateverIsAtTheEndOfTheirStreet(Boundary end, double viscosity) {
        Domain street = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), end));
        Solved solved = solve(stream(street).viscosity(viscosity).build(), 400, 401);

        assertPaysTheValue(solved, solved.agents());
    }

    @Test
    void agentsPayTheValueFunctionInThePlane() {
        Domain river = Domain.of(Axis.periodic("y", 0, 1), new Axis("x", 0, 1, Boundary.noFlux(), CONSTRAINT));
        Solved solved = solve(
                stream(river)
                        .hamiltonian(Hamiltonians.stream(0.2, 1))
                        .runningCost((t, x) -> 0.2 * Math.cos(2 * Math.PI * x[0]))
                        .viscosity(0.05)
                        .build(),
                100,
                40,
                201);

        assertPaysTheValue(solved, solved.agents());
    }

    /** At the end of a horizon they pay u(T), discounted, and not the value of a game that goes on. */
    @Test
    void agentsOfADiscountedGameWithAnEndPayWhatIsDueThere() {
        MeanFieldGame game = stream(Domain.interval(0, 1))
                .viscosity(0.1)
                .discount(2)
                .terminalCost(x -> 3 * x[0])
                .build();
        Solved solved = solve(game, 400, 401);

        assertPaysTheValue(solved, solved.agents());
    }

    /** What is left of a discounted game after a while is worth u. */
    @Test
    void agentsOfAStationaryGamePayItsMeanValue() {
        Solved solved = solve(
                stream(PRESSED).viscosity(0.1).build().toBuilder()
                        .forever()
                        .discount(1)
                        .build(),
                1,
                401);
        AgentSample sample = AgentSimulation.stationary(solved.game, solved.u, solved.m, new TimeGrid(1, 400), 2)
                .run(AGENTS, 1, new int[0], 0);

        assertPaysTheValue(solved, sample);
    }

    /** The slope of the drift away from the side gives the time step; the fall at the side would halve it with h. */
    @Test
    void theTimeStepOfALongRunDoesNotShrinkWithTheLastCell() {
        MeanFieldGame game = stream(PRESSED).viscosity(0.1).build().toBuilder()
                .forever()
                .discount(1)
                .build();
        Solved coarse = solve(game, 1, 201);
        Solved fine = solve(game, 1, 401);

        double step = LongRun.time(coarse.game, coarse.u, coarse.m).step(0);
        assertThat(LongRun.time(fine.game, fine.u, fine.m).step(0)).isEqualTo(step, within(0.1 * step));
    }

    /** Where the time step is longer than a drift needs to the wall, it ends there: nobody is thrown back. */
    @Test
    void withoutNoiseAgentsGoToAStateConstraintAndStay() {
        Solved solved =
                solve(stream(PRESSED).viscosity(0).runningCost((t, x) -> 0).build(), 20, 401);
        AgentSample sample = new AgentSimulation(solved.game, solved.u, solved.m, 1).run(200, 1, new int[0], 200);

        for (double[] path : sample.paths()) {
            assertThat(path).isSorted();
            assertThat(path[20]).isLessThanOrEqualTo(1);
        }
    }

    /**
     * Against a reflecting wall a stream of speed 1 holds a crowd of density exp(-d/ν) at the distance d. It stays so however long the
     * time steps are, and those here spread over 0.14.
     */
    @Test
    void aReflectedCrowdStaysAsDenseAtTheWallAsItIs() {
        double nu = 0.1;
        DiscreteGame game = discretize(
                stream(Domain.interval(0, 1))
                        .viscosity(nu)
                        .initialDensity(x -> Math.exp((x[0] - 1) / nu))
                        .build(),
                10,
                401);
        double[] nothing = new double[game.size()];
        int agents = 100_000;
        double[] end = new AgentSimulation(game, nothing, nothing, 1)
                .run(agents, 1, new int[] {10}, 0)
                .positions(0);

        double expected = (1 - Math.exp(-0.02 / nu)) / (1 - Math.exp(-1 / nu));
        double share = Arrays.stream(end).filter(x -> x > 0.98).count() / (double) agents;
        assertThat(share).isEqualTo(expected, within(4 * Math.sqrt(expected / agents)));
    }

    @Test
    void agentsWhoEnterLaterAreRefused() {
        DiscreteGame births = discretize(
                stream(PRESSED).viscosity(0.1).massSource((t, x) -> 1).build(), 10, 21);

        assertThatThrownBy(() -> AgentSimulation.requireSupport(births))
                .hasMessage("mass source must be absent in a simulation of agents: all of them start at t = 0");
    }

    private static void assertPaysTheValue(Solved solved, AgentSample sample) {
        assertThat(sample.meanCost()).isEqualTo(solved.meanValue(), within(3 * sample.standardError()));
    }

    private static MeanFieldGameBuilder stream(Domain domain) {
        return MeanFieldGame.builder("stream")
                .domain(domain)
                .horizon(1)
                .hamiltonian(Hamiltonians.stream(1))
                .runningCost((t, x) -> x[0] * x[0])
                .initialDensity(x -> 1);
    }

    private static DiscreteGame discretize(MeanFieldGame game, int steps, int... nodes) {
        return new UpwindDiscretization(1).discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(steps));
    }

    private static Solved solve(MeanFieldGame game, int steps, int... nodes) {
        DiscreteGame discrete = discretize(game, steps, nodes);
        double[] u = new double[discrete.size()];
        double[] m = new double[discrete.size()];
        discrete.backward(m, u);
        discrete.forward(u, m);
        return new Solved(discrete, u, m);
    }

    private record Solved(DiscreteGame game, double[] u, double[] m) {
        double meanValue() {
            double sum = 0;
            for (int i = 0; i < game.grid().size(); i++) {
                sum += game.grid().weight(i) * m[i] * u[i];
            }
            return sum;
        }

        AgentSample agents() {
            return new AgentSimulation(game, u, m, 2).run(AGENTS, 1, new int[0], 0);
        }
    }
}
