package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.equilibrium.Doubts;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.newton.NewtonSolver;

/** What Crank-Nicolson's scheme promises for every strategy; its order is in the verification suite. */
class CrankNicolsonTest {
    private static final int STEPS = 10;
    private static final Domain SQUARE = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1));

    static Stream<Arguments> games() {
        List<Hamiltonian> hamiltonians =
                List.of(Hamiltonians.quadratic(), Hamiltonians.drifting(), Hamiltonians.power(3, 0));
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING, SQUARE)
                .flatMap(domain -> hamiltonians.stream().map(h -> Arguments.of(domain, h)));
    }

    @ParameterizedTest
    @MethodSource("games")
    void massIsConservedForEveryStrategyAndSweepsLeaveNoResidual(Domain domain, Hamiltonian hamiltonian) {
        DiscreteGame game = game(domain, hamiltonian);
        double[] u = smooth(game, 1);
        double[] m = SmallGames.randomDensity(game, 2);
        game.forward(u, m);
        double[] residual = new double[game.size()];
        game.forwardResidual(u, m, residual);

        int n = game.grid().size();
        for (int j = 0; j <= STEPS; j++) {
            assertThat(game.grid().integrate(m, j * n)).isCloseTo(1, within(1e-13));
        }
        assertThat(residual).containsExactly(new double[residual.length], within(1e-12));

        game.backward(m, u);
        game.backwardResidual(u, m, residual);
        assertThat(residual).containsExactly(new double[residual.length], within(1e-9));
    }

    /** ⟨v^0, m0⟩ = Σ ⟨s^j, λ^j⟩ + ⟨s(T), m(T)⟩ where v is the backward sweep of s. */
    @ParameterizedTest
    @MethodSource("games")
    void fokkerPlanckIsTheAdjointOfLinearisedHamiltonJacobiBellman(Domain domain, Hamiltonian hamiltonian) {
        DiscreteGame game = game(domain, hamiltonian);
        int n = game.grid().size();
        double[] u = smooth(game, 3);
        double[] m = SmallGames.randomDensity(game, 4);
        game.forward(u, m);
        double[] s = SmallGames.noise(game.size(), 5);
        double[] v = new double[game.size()];
        game.linearize(u, m).backward(null, s, v);

        double right = inner(game, s, STEPS * n, Arrays.copyOfRange(m, STEPS * n, m.length));
        double[] density = new double[n];
        for (int j = 0; j < STEPS; j++) {
            game.stepDensity(u, m, j, density);
            right += inner(game, s, j * n, density);
        }
        double left = inner(game, v, 0, game.initialDensity());
        // On grids of two axes the linearised systems are solved to 1e-8.
        assertThat(left).isCloseTo(right, within(game.grid().dimension() == 1 ? 1e-12 : 1e-7));
    }

    @ParameterizedTest
    @MethodSource("games")
    void linearisedSweepsInvertTheDerivativesOfTheResiduals(Domain domain, Hamiltonian hamiltonian) {
        DiscreteGame game = game(domain, hamiltonian);
        double[] u = smooth(game, 6);
        double[] m = SmallGames.randomDensity(game, 7);
        game.forward(u, m);
        double[] du = smooth(game, 8);
        double[] dm = SmallGames.noise(game.size(), 9);
        double[] back = ResidualChange.of(game::backwardResidual, u, m, du, dm);
        double[] forth = ResidualChange.of(game::forwardResidual, u, m, du, dm);

        Linearization linearization = game.linearize(u, m);
        double[] found = new double[game.size()];
        linearization.backward(dm, back, found);
        assertThat(found).containsExactly(du, within(1e-5));
        linearization.forward(du, forth, found);
        assertThat(found).containsExactly(dm, within(1e-5));
    }

    /** The cost of a strategy is at least that of the best response, and is its own cost to go when nobody can do better. */
    @ParameterizedTest
    @MethodSource("games")
    void theCostOfABestResponseIsItsValue(Domain domain, Hamiltonian hamiltonian) {
        DiscreteGame game = game(domain, hamiltonian);
        double[] u = smooth(game, 11);
        double[] m = SmallGames.randomDensity(game, 10);
        game.forward(u, m);
        game.backward(m, u);
        double value = inner(game, u, 0, game.initialDensity());

        double[] population = m.clone();
        game.forward(u, population);
        double[] residual = new double[game.size()];
        game.backwardResidual(u, m, residual);
        assertThat(PolicyCost.of(game, u, population, residual)).isCloseTo(value, within(1e-9));
    }

    /** Its terminal cost has a slope at the walls. Without damped ends the density falls to -7.5 on 100 x 100 nodes, and that is said. */
    @ParameterizedTest
    @CsvSource({"1, 100, 100", "0.5, 200, 50", "0.1, 100, 100"})
    void aTerminalCostThatDoesNotFitTheWallsLeavesNoOscillations(double viscosity, int nodes, int steps) {
        MeanFieldGame game = SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                .viscosity(viscosity)
                .terminalCost(x -> 0.5 * (x[0] - 0.7) * (x[0] - 0.7))
                .initialDensity(x -> Math.exp(-50 * (x[0] - 0.3) * (x[0] - 0.3)))
                .build();
        Equilibrium damped = solve(game, nodes, steps, true);
        assertThat(damped.last().minDensity()).isNotNegative();
        assertThat(Doubts.of(damped)).isEmpty();

        Equilibrium oscillating = solve(game, nodes, steps, false);
        assertThat(Doubts.of(oscillating)).singleElement().asString().startsWith("the density falls to -");
        assertThat(oscillating.message()).contains("below 0");
    }

    private static Equilibrium solve(MeanFieldGame game, int nodes, int steps, boolean isDamped) {
        DiscreteGame discrete = new CrankNicolsonDiscretization(1, 0.5, Differences.CENTRAL, isDamped)
                .discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(steps));
        Equilibrium found = new NewtonSolver(new StoppingRule(1e-8, 50)).solve(discrete);
        assertThat(found.isConverged()).isTrue();
        return found;
    }

    @Test
    void exitsAndCongestionAreRefused() {
        assertThatThrownBy(() -> game(SmallGames.CORRIDOR, Hamiltonians.quadratic()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("exits");
        assertThatThrownBy(() -> game(SmallGames.INTERVAL, Hamiltonians.power(2, 0.5)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("hamiltonian");
    }

    private static double inner(DiscreteGame game, double[] field, int at, double[] slice) {
        double sum = 0;
        for (int i = 0; i < slice.length; i++) {
            sum += game.grid().weight(i) * field[at + i] * slice[i];
        }
        return sum;
    }

    /** Fits walls and rings. Rough fields divided by the spacing would make drifts that no grid resolves. */
    private static double[] smooth(DiscreteGame game, int seed) {
        double[] field = new double[game.size()];
        double[] x = new double[game.grid().dimension()];
        for (int i = 0; i < field.length; i++) {
            int level = i / game.grid().size();
            game.grid().position(i % game.grid().size(), x);
            field[i] = 0.2 * Math.sin(seed + 0.2 * level) * Math.cos(2 * Math.PI * x[0])
                    + 0.05 * Math.cos(seed) * Math.cos(4 * Math.PI * x[0]);
            field[i] += x.length > 1 ? 0.2 * Math.cos(seed + 2 * Math.PI * x[1]) : 0;
        }
        return field;
    }

    private static DiscreteGame game(Domain domain, Hamiltonian hamiltonian) {
        MeanFieldGame game = SmallGames.tutorial(domain, hamiltonian)
                .viscosity(0.1)
                .horizon(0.5)
                .terminalCost(x -> 0.1 * Math.cos(2 * Math.PI * x[0]))
                .initialDensity(x -> 1 + 0.5 * Math.cos(2 * Math.PI * x[0]))
                .terminalCoupling(SmallGames.crowdAversion(0.2))
                .build();
        int nodes = domain.dimension() == 1 ? 24 : 12;
        return new CrankNicolsonDiscretization(1).discretize(game, Grid.of(domain, nodes), game.timeGrid(STEPS));
    }
}
