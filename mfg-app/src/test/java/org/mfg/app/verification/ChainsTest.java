package org.mfg.app.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.coupling.PopulationCoupling;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Mfg;

/** Games whose agents jump between any two states. */
class ChainsTest {
    private static final Mfg MFG = Mfg.load();
    private static final Axis X = Axis.noFlux("x", 0, 1);
    private static final Axis Y = Axis.periodic("y", 0, 1);
    private static final double[] UP = {0.5, 1, 2};
    private static final double[] DOWN = {1, 0.7, 0.3};

    /** The state that stands at each place of the other order, in which neighbours are no neighbours. */
    private static final int[] ORDER = {2, 0, 3, 1};

    /** Jumps to neighbours and, under other numbers of the states, jumps over them: the same game. */
    @ParameterizedTest
    @CsvSource({"false, upwind", "true, upwind", "false, crank-nicolson", "true, crank-nicolson"})
    void theOrderOfTheStatesDoesNotMatter(boolean isPlane, String discretization) {
        assertSame(
                solve(game(isPlane, names(4), neighbours(), k -> k).horizon(1).build(), discretization),
                solve(
                        game(isPlane, names(4), reordered(), k -> ORDER[k])
                                .horizon(1)
                                .build(),
                        discretization),
                isPlane);
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 0", "false, 0.5", "true, 0.5"})
    void norInTheLongRun(boolean isPlane, double discount) {
        assertSame(
                solve(stationary(game(isPlane, names(4), neighbours(), k -> k), discount), "upwind"),
                solve(stationary(game(isPlane, names(4), reordered(), k -> ORDER[k]), discount), "upwind"),
                isPlane);
    }

    private static MeanFieldGame stationary(MeanFieldGameBuilder game, double discount) {
        return (discount == 0 ? game.forever() : game.forever().discount(discount)).build();
    }

    private static double[][] neighbours() {
        double[][] rates = new double[4][4];
        for (int k = 0; k < 3; k++) {
            rates[k][k + 1] = UP[k];
            rates[k + 1][k] = DOWN[k];
        }
        return rates;
    }

    private static double[][] reordered() {
        double[][] rates = new double[4][4];
        for (int k = 0; k < 4; k++) {
            for (int l = 0; l < 4; l++) {
                rates[k][l] = neighbours()[ORDER[k]][ORDER[l]];
            }
        }
        return rates;
    }

    private static void assertSame(Equilibrium natural, Equilibrium other, boolean isPlane) {
        // Both are solved to 1e-10; lines by elimination, planes by iteration.
        double tolerance = isPlane ? 1e-7 : 1e-9;
        for (int i = 0; i < natural.u().length; i += 4) {
            for (int k = 0; k < 4; k++) {
                assertThat(other.u()[i + k]).isCloseTo(natural.u()[i + ORDER[k]], within(tolerance));
                assertThat(other.m()[i + k]).isCloseTo(natural.m()[i + ORDER[k]], within(tolerance));
            }
        }
    }

    /** Where agents are does not matter to how they jump: masses take the implicit Euler steps of p' = Λᵀp. */
    @ParameterizedTest
    @ValueSource(ints = {5, 40})
    void theMassesOfAFullGeneratorFollowItAlone(int states) {
        double[][] rates = new double[states][states];
        RealMatrix step = MatrixUtils.createRealIdentityMatrix(states);
        int steps = 10;
        for (int k = 0; k < states; k++) {
            for (int l = 0; l < states; l++) {
                rates[k][l] = k == l ? 0 : (1 + (7 * k + 3 * l) % 11) / (2.0 * states);
                step.addToEntry(k, k, rates[k][l] / steps);
                step.addToEntry(l, k, -rates[k][l] / steps);
            }
        }
        Equilibrium e = solve(
                game(false, names(states), rates, k -> k)
                        .horizon(1)
                        .initialDensity(x -> x[1] == 0 ? 1 : 0)
                        .build(),
                "upwind",
                steps);
        double[] p = new double[states];
        p[0] = 1;
        for (int j = 1; j <= steps; j++) {
            p = new LUDecomposition(step)
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(p))
                    .toArray();
            for (int k = 0; k < states; k++) {
                double mass = 0;
                for (int i = k; i < e.grid().size(); i += states) {
                    mass += e.grid().weight(i) * e.m()[j * e.grid().size() + i];
                    assertThat(e.m()[j * e.grid().size() + i]).isPositive();
                }
                assertThat(mass).isCloseTo(p[k], within(1e-12));
            }
        }
    }

    /** The crowd of a stationary game is in its states as the chain is: pΛ = 0. */
    @Test
    void theStationaryMassesAreThoseOfTheChain() {
        double[][] rates = {{0, 1, 4}, {0, 0, 2}, {3, 0, 0}};
        Equilibrium e = solve(stationary(game(false, names(3), rates, k -> k), 0), "upwind");
        // 5 p_0 = 3 p_2, 2 p_1 = p_0.
        double[] expected = {6, 3, 10};
        int n = e.grid().size();
        for (int k = 0; k < 3; k++) {
            double mass = 0;
            for (int i = k; i < n; i += 3) {
                mass += e.grid().weight(i) * e.m()[n + i];
            }
            assertThat(mass).isCloseTo(expected[k] / 19, within(1e-12));
        }
    }

    /** Who leaves a state for good leaves it empty: what is left is the game of the other states, whatever the order of both. */
    @ParameterizedTest
    @CsvSource({"false, 0", "true, 0", "false, 0.5"})
    void aTransientStateIsEmptyInTheLongRun(boolean isPlane, double discount) {
        double[][] rates = {{0, 1, 0.5}, {0, 0, 2}, {0, 3, 0}};
        double[][] rest = {{0, 2}, {3, 0}};
        Equilibrium all = solve(stationary(game(isPlane, names(3), rates, k -> k), discount), "upwind");
        Equilibrium two = solve(stationary(game(isPlane, names(2), rest, k -> k + 1), discount), "upwind");
        double tolerance = isPlane ? 1e-7 : 1e-9;
        int n = all.grid().size() / 3;
        for (int i = 0; i < n; i++) {
            assertThat(all.m()[3 * (n + i)]).isCloseTo(0, within(tolerance));
            for (int k = 0; k < 2; k++) {
                assertThat(all.m()[3 * (n + i) + k + 1]).isCloseTo(two.m()[2 * (n + i) + k], within(tolerance));
                assertThat(all.u()[3 * i + k + 1] - all.u()[1])
                        .isCloseTo(two.u()[2 * i + k] - two.u()[0], within(tolerance));
            }
        }
    }

    @Test
    void aStationaryGameOfTwoRecurrentClassesIsRefused() {
        double[][] rates = {{0, 1, 0, 1}, {1, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 1, 0}};
        rates[0][3] = 0;
        MeanFieldGameBuilder builder = game(false, names(4), rates, k -> k).forever();
        assertThatThrownBy(builder::build)
                .hasMessage("states of axis state must have one recurrent class in a stationary game, but nobody gets"
                        + " from [s0, s1] to [s2], or back");
    }

    private static List<String> names(int states) {
        return IntStream.range(0, states).mapToObj(k -> "s" + k).toList();
    }

    /** @param number the number that costs know a state by */
    private static MeanFieldGameBuilder game(
            boolean isPlane, List<String> names, double[][] rates, IntUnaryOperator number) {
        Axis states = Axis.states("state", States.of(names, rates));
        int last = isPlane ? 2 : 1;
        return MeanFieldGame.builder("chain")
                .domain(isPlane ? Domain.of(X, Y, states) : Domain.of(X, states))
                .viscosity(0.1)
                .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                .coupling((PopulationCoupling) (t, x, k, m) -> m[k] + 0.2 * number.applyAsInt(k) * m[k])
                .runningCost((t, x) -> {
                    double away = x[0] - 0.2 - 0.2 * number.applyAsInt((int) x[last]);
                    return away * away + (isPlane ? 0.1 * Math.sin(2 * Math.PI * x[1]) : 0);
                })
                .initialDensity(x -> 1 + number.applyAsInt((int) x[last]) * x[0]);
    }

    private static Equilibrium solve(MeanFieldGame game, String discretization) {
        return solve(game, discretization, 10);
    }

    private static Equilibrium solve(MeanFieldGame game, String discretization, int steps) {
        Grid grid = Grid.of(game.domain(), 17);
        TimeGrid time = game.timeGrid(game.isStationary() ? 1 : steps);
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-10))
                .solve(MFG.discretization(discretization, Map.of()).discretize(game, grid, time));
        assertThat(e.isConverged()).as(e.message()).isTrue();
        return e;
    }
}
