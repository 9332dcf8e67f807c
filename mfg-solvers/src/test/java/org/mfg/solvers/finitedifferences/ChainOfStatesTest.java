package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** What the schemes promise where agents jump between any two of their states. */
class ChainOfStatesTest {
    private static final int STEPS = 6;
    private static final Axis X = Axis.noFlux("x", 0, 1);
    private static final Axis RING = Axis.periodic("x", 0, 1);

    static Stream<Grid> grids() {
        Axis three = Axis.states("mood", Chains.three());
        Axis five = Axis.states("mood", Chains.five());
        return Stream.of(
                Grid.of(Domain.of(X, three), 9),
                Grid.of(Domain.of(X, five), 9),
                Grid.of(Domain.of(RING, five), 8),
                Grid.of(Domain.of(X, Axis.periodic("y", 0, 1), three), 6, 7, 3),
                Grid.of(Domain.of(X, Axis.noFlux("y", 0, 1), five), 6, 5, 5));
    }

    private static DiscreteGame game(Grid grid) {
        return new UpwindDiscretization()
                .discretize(
                        SmallGames.tutorial(grid.domain(), Hamiltonians.drifting())
                                .build(),
                        grid,
                        new TimeGrid(1, STEPS));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void massIsConservedAndPositiveForEveryStrategy(Grid grid) {
        DiscreteGame game = game(grid);
        double[] m = new double[game.size()];
        game.forward(SmallGames.noise(game.size(), 1), m);
        assertThat(m).satisfies(field -> {
            for (double v : field) {
                assertThat(v).isPositive();
            }
        });
        for (int j = 0; j <= STEPS; j++) {
            assertThat(grid.integrate(m, j * grid.size())).isCloseTo(1, within(1e-13));
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void sweepsLeaveNoResidual(Grid grid) {
        DiscreteGame game = game(grid);
        double[] m = SmallGames.randomDensity(game, 1);
        double[] u = new double[game.size()];
        double[] residual = new double[game.size()];
        game.backward(m, u);
        game.backwardResidual(u, m, residual);
        assertThat(residual).containsOnly(new double[] {0}, within(1e-11));
        game.forward(u, m);
        game.forwardResidual(u, m, residual);
        assertThat(residual).containsOnly(new double[] {0}, within(1e-11));
    }

    /** ⟨L⁻¹ s, t⟩ = ⟨s, L*⁻¹ t⟩, the source of step j at level j of the backward and at j + 1 of the forward equation. */
    @ParameterizedTest
    @MethodSource("grids")
    void linearisedForwardIsTheAdjointOfLinearisedBackward(Grid grid) {
        DiscreteGame game = game(grid);
        int n = grid.size();
        Linearization linearization =
                game.linearize(SmallGames.noise(game.size(), 1), SmallGames.randomDensity(game, 2));
        double[] s = SmallGames.noise(game.size(), 3);
        double[] t = SmallGames.noise(game.size(), 4);
        double[] ls = new double[game.size()];
        double[] lt = new double[game.size()];
        linearization.backward(null, s, ls);
        linearization.forward(new double[game.size()], t, lt);
        double left = inner(grid, ls, 0, t, 0);
        double right = inner(grid, s, STEPS * n, lt, STEPS * n);
        for (int j = 0; j < STEPS; j++) {
            left += inner(grid, ls, j * n, t, (j + 1) * n);
            right += inner(grid, s, j * n, lt, (j + 1) * n);
        }
        // On grids of two axes the linear systems are solved to 1e-8.
        double tolerance =
                grid.domain().positionAxes() > 1 || grid.domain().axis(0).isPeriodic() ? 1e-7 : 1e-12;
        assertThat(left).isCloseTo(right, within(tolerance * (1 + Math.abs(left))));
    }

    private static double inner(Grid grid, double[] a, int aAt, double[] b, int bAt) {
        double sum = 0;
        for (int i = 0; i < grid.size(); i++) {
            sum += grid.weight(i) * a[aAt + i] * b[bAt + i];
        }
        return sum;
    }

    /**
     * Where there is nothing to gain from moving, an agent of a K-cycle at rate λ has made N jumps by the time t, N of Poisson's law: so
     * the mass of state k is P(N = k mod K), and the cost to go from it the mean of what the state costs in the end.
     */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7})
    void aCycleFollowsItsClosedForm(int states) {
        double rate = 2;
        double[] exact = new double[states];
        double probability = Math.exp(-rate);
        for (int jumps = 0; jumps < 60; jumps++) {
            exact[jumps % states] += probability;
            probability *= rate / (jumps + 1);
        }
        for (Scheme scheme : Scheme.values()) {
            double coarse = cycleError(scheme, states, rate, 40, exact);
            double fine = cycleError(scheme, states, rate, 80, exact);
            assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(scheme.order, within(0.1));
        }
    }

    private enum Scheme {
        IMPLICIT_EULER(new UpwindDiscretization(), 1),
        CRANK_NICOLSON(new CrankNicolsonDiscretization(1), 2);

        private final Discretization discretization;
        private final int order;

        Scheme(Discretization discretization, int order) {
            this.discretization = discretization;
            this.order = order;
        }
    }

    /** The largest error of the masses at the end, and of the cost to go at the start. */
    private static double cycleError(Scheme scheme, int states, double rate, int steps, double[] exact) {
        double[] rates = new double[states];
        Arrays.fill(rates, rate);
        List<String> names = IntStream.range(0, states).mapToObj(k -> "s" + k).toList();
        Grid grid = Grid.of(Domain.of(X, Axis.states("state", States.cycle(names, rates))), 5);
        DiscreteGame game = scheme.discretization.discretize(
                SmallGames.tutorial(grid.domain(), Hamiltonians.quadratic())
                        .terminalCost(x -> x[1] * x[1])
                        .initialDensity(x -> x[1] == 0 ? 1 : 0)
                        .build(),
                grid,
                new TimeGrid(1, steps));
        double[] u = new double[game.size()];
        double[] m = new double[game.size()];
        // Without the coupling of the tutorial: nobody is anywhere in the density that agents believe in.
        game.backward(new double[game.size()], u);
        game.forward(u, m);
        double error = 0;
        double[] cost = new double[states];
        for (int k = 0; k < states; k++) {
            double mass = 0;
            for (int i = k; i < grid.size(); i += states) {
                mass += grid.weight(i) * m[steps * grid.size() + i];
                cost[k] = u[i];
            }
            error = Math.max(error, Math.abs(mass - exact[k]));
        }
        for (int k = 0; k < states; k++) {
            double expected = 0;
            for (int l = 0; l < states; l++) {
                int end = (k + l) % states;
                expected += exact[l] * end * end;
            }
            error = Math.max(error, Math.abs(cost[k] - expected));
        }
        return error;
    }
}
