package org.mfg.solvers.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** Agents whose state changes; tolerances are four standard errors. */
class JumpingAgentsTest {
    private static final int AGENTS = 100_000;
    private static final int STEPS = 40;
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    /** In a ring at rate λ the number of jumps by the time 1 has Poisson's law, however the time is cut into steps. */
    @Test
    void agentsOfARingJumpAsOftenAsPoissonSays() {
        double rate = 5;
        double[] expected = new double[4];
        double probability = Math.exp(-rate);
        for (int jumps = 0; jumps < 80; jumps++) {
            expected[jumps % 4] += probability;
            probability *= rate / (jumps + 1);
        }
        Axis states = Axis.states("state", States.cycle(NAMES, rate, rate, rate, rate));
        AgentSample sample =
                FreeAgents.walk(Domain.of(Axis.noFlux("x", 0, 1), states), x -> x[1] == 0 ? 1 : 0, 0.1, 1, AGENTS);
        assertThat(shares(sample, 0)).containsExactly(1, 0, 0, 0);
        assertThat(shares(sample, 1)).containsExactly(expected, within(4 * 0.5 / Math.sqrt(AGENTS)));
    }

    /** Nobody leaves its population, and half a cell at the wall holds half as many, whatever the state. */
    @Test
    void populationsStartWithTheirMassAndKeepIt() {
        Domain domain = Domain.of(Axis.noFlux("x", 0, 1), Axis.states("state", States.populations("a", "b", "c", "d")));
        AgentSample sample = FreeAgents.walk(domain, x -> (1 + x[1]) * (1 + Math.cos(Math.PI * x[0])), 0.1, 1, AGENTS);
        double[] expected = {0.1, 0.2, 0.3, 0.4};
        assertThat(shares(sample, 0)).containsExactly(expected, within(4 * 0.5 / Math.sqrt(AGENTS)));
        assertThat(shares(sample, 1)).containsExactly(shares(sample, 0));
        double mean = 0;
        double[] x = sample.positions(1);
        for (int a = 0; a < AGENTS; a++) {
            mean += Math.cos(Math.PI * x[2 * a]) / AGENTS;
        }
        double decay = Math.exp(-0.1 * Math.PI * Math.PI);
        assertThat(mean).isEqualTo(0.5 * decay, within(4 * 0.5 / Math.sqrt(AGENTS)));
    }

    static Stream<Domain> domains() {
        double[][] rates = {{0, 1, 2, 0.5}, {3, 0, 0, 0}, {0, 0.2, 0, 1}, {2, 0, 2, 0}};
        Axis states = Axis.states("state", States.of(NAMES, rates));
        return Stream.of(
                Domain.of(Axis.noFlux("x", 0, 1), states),
                Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1), states));
    }

    /** The scheme is of first order in h and Δt, agents feel no added viscosity: apart by 0.005 on 25 nodes, by 0.001 on 101, of 0.13. */
    @ParameterizedTest
    @MethodSource("domains")
    void theirCostIsTheCostToGoAndTheirDensityThatOfTheGame(Domain domain) {
        boolean isPlane = domain.dimension() == 3;
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(domain, Hamiltonians.quadratic())
                        .viscosity(0.05)
                        .terminalCost(x -> 2 * Math.pow(x[0] - 0.1 - 0.2 * x[x.length - 1], 2))
                        .initialDensity(x -> x[x.length - 1] == 1 ? Math.exp(-20 * Math.pow(x[0] - 0.3, 2)) : 0)
                        .build(),
                isPlane ? 25 : 101,
                STEPS);
        double[] u = new double[game.size()];
        double[] m = new double[game.size()];
        game.backward(m, u);
        game.forward(u, m);
        double[] nobody = new double[game.size()];
        int agents = isPlane ? AGENTS / 4 : AGENTS;
        AgentSample sample = new AgentSimulation(game, u, nobody, 2).run(agents, 3, new int[] {STEPS}, 0);
        Grid grid = game.grid();
        double expected = 0;
        for (int i = 0; i < grid.size(); i++) {
            expected += grid.weight(i) * m[i] * u[i];
        }
        assertThat(sample.meanCost()).isEqualTo(expected, within(0.01 + 4 * sample.standardError()));
        Comparison c = Comparison.of(grid, sample.positions(0), 0, agents, m, STEPS * grid.size());
        assertThat(c.wasserstein()[0]).isLessThan(0.015);
        // By implicit Euler the masses are wrong by about λ²Δt/2 of what has jumped.
        assertThat(c.wasserstein()[domain.statesAxis()]).isLessThan(0.02);
    }

    private static double[] shares(AgentSample sample, int level) {
        double[] x = sample.positions(level);
        double[] shares = new double[4];
        for (int a = 0; a < sample.agents(); a++) {
            shares[(int) x[2 * a + 1]]++;
        }
        for (int k = 0; k < 4; k++) {
            shares[k] /= sample.agents();
        }
        return shares;
    }
}
