package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** Best responses and crowds of stationary games where they are hard to find, and from any guess. */
class StationaryBestResponseTest {
    private static final Domain WIDE = Domain.interval(-1, 3);
    private static final Domain WALLED = Domain.of(Axis.noFlux("x", 0, 2), Axis.noFlux("y", 0, 1))
            .withObstacles(Region.box(new double[] {0.6, 0.3}, new double[] {1.2, 0.7}));

    static Stream<Arguments> wells() {
        return Stream.of(SmallGames.RING, SmallGames.INTERVAL)
                .flatMap(domain -> Stream.of(
                                Hamiltonians.quadratic(),
                                Hamiltonians.drifting(),
                                Hamiltonians.power(3, 0),
                                Hamiltonians.power(1.5, 0))
                        .flatMap(h -> Stream.of(1e-2, 1e-3, 1e-4, 1e-6).map(nu -> Arguments.of(domain, h, nu))));
    }

    /**
     * Two wells, between which an agent who stays in one is carried every e^(depth/ν): that round-off decides on the difference of their values must not
     * keep the equation from being solved, and its constant is the same from smooth and from rough guesses.
     */
    @ParameterizedTest
    @MethodSource("wells")
    void crowdsThatHardlyMixHaveABestResponse(Domain domain, Hamiltonian hamiltonian, double viscosity) {
        DiscreteGame game = game(
                builder(domain, hamiltonian)
                        .viscosity(viscosity)
                        .runningCost((t, x) -> 3 * Math.cos(4 * Math.PI * x[0]) + 0.3 * Math.cos(2 * Math.PI * x[0])),
                40);
        double[] m = new double[game.size()];
        Arrays.fill(m, 1);
        double[] constants = new double[2];
        for (int k = 0; k < 2; k++) {
            double[] u = k == 0 ? new double[game.size()] : SmallGames.noise(game.size(), 3);
            game.backward(m, u);
            double[] residual = new double[game.size()];
            game.backwardResidual(u, m, residual);
            // Rates are as flat as 1e-9 of what the costs differ by, which is 6.6.
            assertThat(residual).containsOnly(new double[] {0}, within(7e-9));
            constants[k] = u[0] - u[game.grid().size()];
        }
        // By comparison the constants of a monotone scheme are as near as the residuals.
        assertThat(constants[0]).isCloseTo(constants[1], within(1e-8));
    }

    /** ρ, and the u of which the crowd pays nothing on average, for a crowd that is not of mass 1 and boxes that are not of volume 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void anErgodicBestResponseAnswersACrowdOfAnyMass(double mass) {
        for (Domain domain : new Domain[] {WIDE, WALLED}) {
            DiscreteGame game = game(builder(domain, Hamiltonians.drifting()).viscosity(0.05), 11);
            int n = game.grid().size();
            double[] m = field(game, i -> mass * (1 + game.grid().coordinate(i, 0) / 4));
            double[] u = SmallGames.noise(game.size(), 1);
            game.backward(m, u);
            double[] residual = new double[game.size()];
            game.backwardResidual(u, m, residual);
            assertThat(residual).containsOnly(new double[] {0}, within(1e-9));
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += game.grid().weight(i) * m[n + i] * u[n + i];
                assertThat(game.grid().isWall(i) && (u[i] != 0 || u[n + i] != 0))
                        .isFalse();
            }
            double constant = u[0] - u[n];
            double all = game.grid().integrate(m, n);
            assertThat(mean + constant * all).isCloseTo(constant, within(1e-9));
        }
    }

    @Test
    void aDiscountedBestResponseForgetsWhatTheGuessHasAtTheEndAndInWalls() {
        DiscreteGame game =
                game(builder(WALLED, Hamiltonians.drifting()).viscosity(0.05).discount(0.7), 11);
        int n = game.grid().size();
        double[] m = field(game, i -> 1);
        double[] u = SmallGames.noise(game.size(), 1);
        game.backward(m, u);
        assertThat(Arrays.copyOfRange(u, n, 2 * n)).containsOnly(0);
        for (int i = 0; i < n; i++) {
            assertThat(game.grid().isWall(i) && u[i] != 0).isFalse();
        }
        double[] residual = new double[game.size()];
        game.backwardResidual(u, m, residual);
        assertThat(residual).containsOnly(new double[] {0}, within(1e-9));
    }

    /** A crowd that slows itself down, far from the guess: everybody in one place, and hardly anybody anywhere. */
    @Test
    void aCrowdThatSlowsItselfIsFoundFromAnyGuess() {
        DiscreteGame game = game(builder(WIDE, Hamiltonians.power(2, 2)).viscosity(0.05), 31);
        int n = game.grid().size();
        double[] u = field(game, i -> 2 * Math.pow(game.grid().coordinate(i, 0), 2));
        double[] known = field(game, i -> 1);
        game.forward(u, known);
        assertThat(game.grid().integrate(known, 0)).isCloseTo(1, within(1e-13));
        for (double least : new double[] {1e-12, 1e-3}) {
            for (int place : new int[] {0, 15, 30}) {
                double[] m = field(game, i -> i == place ? 30 : least);
                game.forward(u, m);
                assertThat(m).containsExactly(known, within(1e-9));
            }
        }
    }

    @Test
    void nobodyLeavesAStationaryCrowd() {
        DiscreteGame game = game(builder(WIDE, Hamiltonians.quadratic()).viscosity(0.05), 11);
        double[] u = new double[game.size()];
        double[] exited = {1, 2};
        game.exitedMass(u, field(game, i -> 1), exited);
        assertThat(exited).containsExactly(0, 0);
        Exit elsewhere = Grid.of(SmallGames.CORRIDOR, 5).exits().get(0);
        double[] through = {1, 2};
        game.exitedMass(u, field(game, i -> 1), elsewhere, through);
        assertThat(through).containsExactly(0, 0);
    }

    private static double[] field(DiscreteGame game, AtNode f) {
        int n = game.grid().size();
        double[] field = new double[game.size()];
        for (int i = 0; i < field.length; i++) {
            field[i] = game.grid().isWall(i % n) ? 0 : f.at(i % n);
        }
        return field;
    }

    private interface AtNode {
        double at(int node);
    }

    private static MeanFieldGameBuilder builder(Domain domain, Hamiltonian hamiltonian) {
        return MeanFieldGame.builder("stationary")
                .domain(domain)
                .forever()
                .hamiltonian(hamiltonian)
                .coupling(SmallGames.crowdAversion(0.5))
                .runningCost((t, x) -> 0.3 * Math.cos(2 * Math.PI * x[0]))
                .initialDensity(x -> 1);
    }

    private static DiscreteGame game(MeanFieldGameBuilder builder, int nodes) {
        MeanFieldGame game = builder.build();
        return new UpwindDiscretization(1).discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(1));
    }
}
