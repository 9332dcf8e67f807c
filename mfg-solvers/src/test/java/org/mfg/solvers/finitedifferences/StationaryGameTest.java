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
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** Stationary games through the waist: what their sweeps and linearisations promise, and long time stepping for another method. */
class StationaryGameTest {
    private static final int NODES = 20;

    private static final Domain SQUARE = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1));
    private static final Domain WALLED = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1))
            .withObstacles(Region.box(new double[] {0.3, 0.3}, new double[] {0.6, 0.7}));

    static Stream<Arguments> games() {
        List<Hamiltonian> any = List.of(
                Hamiltonians.quadratic(),
                Hamiltonians.drifting(),
                Hamiltonians.power(3, 0),
                Hamiltonians.driftingInACrowd(),
                Hamiltonians.power(2, 0.5));
        Stream<Arguments> inAnyDomain = Stream.of(SmallGames.INTERVAL, SmallGames.RING, SQUARE, WALLED)
                .flatMap(domain -> any.stream().map(h -> Arguments.of(domain, h)));
        Arguments general = Arguments.of(SmallGames.RING, Hamiltonians.unstructured());
        return Stream.concat(inAnyDomain, Stream.of(general))
                .flatMap(a -> Stream.of(0.0, 0.7).map(discount -> Arguments.of(a.get()[0], a.get()[1], discount)));
    }

    @ParameterizedTest
    @MethodSource("games")
    void sweepsLeaveNoResidual(Domain domain, Hamiltonian hamiltonian, double discount) {
        DiscreteGame game = game(domain, hamiltonian, discount);
        double[] m = density(game);
        double[] u = new double[game.size()];
        double[] residual = new double[game.size()];

        game.backward(m, u);
        game.backwardResidual(u, m, residual);
        assertThat(largest(residual)).isLessThan(1e-9);

        game.forward(u, m);
        game.forwardResidual(u, m, residual);
        assertThat(largest(residual)).isLessThan(1e-9);
        assertThat(game.grid().integrate(m, game.grid().size())).isCloseTo(1, within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theDensityIsPositiveWhateverTheStrategy(Domain domain, Hamiltonian hamiltonian, double discount) {
        DiscreteGame game = game(domain, hamiltonian, discount);
        double[] u = field(game, 1, 0.2);
        double[] m = new double[game.size()];
        game.forward(u, m);
        for (int i = 0; i < m.length; i++) {
            boolean isWall = game.grid().isWall(i % game.grid().size());
            assertThat(m[i]).satisfies(v -> assertThat(isWall ? v == 0 : v > 0).isTrue());
        }
    }

    /** The derivative of the residual in the direction (v, w), as a source, leads the backward sweep from w to v. */
    @ParameterizedTest
    @MethodSource("games")
    void theLinearisedBackwardSweepInvertsTheDerivativeOfItsResidual(
            Domain domain, Hamiltonian hamiltonian, double discount) {
        DiscreteGame game = game(domain, hamiltonian, discount);
        double[] u = field(game, 1, 0.05);
        double[] m = density(game);
        double[] v = field(game, 3, 0.05);
        double[] w = field(game, 4, 0.05);
        double[] source = ResidualChange.of(game::backwardResidual, u, m, v, w);

        double[] du = new double[v.length];
        game.linearize(u, m).backward(w, source, du);
        assertThat(du).containsExactly(v, within(1e-5));
    }

    /** As above for directions w that keep the mass. */
    @ParameterizedTest
    @MethodSource("games")
    void theLinearisedForwardSweepInvertsTheDerivativeOfItsResidual(
            Domain domain, Hamiltonian hamiltonian, double discount) {
        DiscreteGame game = game(domain, hamiltonian, discount);
        int n = game.grid().size();
        double[] u = field(game, 1, 0.05);
        double[] m = density(game);
        double[] v = field(game, 5, 0.05);
        double[] w = field(game, 6, 0.05);
        double mass = game.grid().integrate(w, n);
        double volume = game.grid().integrate(ones(n), 0);
        for (int i = 0; i < n; i++) {
            w[n + i] -= game.grid().isWall(i) ? 0 : mass / volume;
        }
        double[] source = ResidualChange.of(game::forwardResidual, u, m, v, w);

        double[] dm = new double[v.length];
        game.linearize(u, m).forward(v, source, dm);
        assertThat(dm).containsExactly(w, within(2e-5));
    }

    /** The steps of a game with a horizon, whose terminal cost is minus the strategy so that its feedback stays. */
    @ParameterizedTest
    @MethodSource("games")
    void theDensityIsWhereLongTimeSteppingEnds(Domain domain, Hamiltonian hamiltonian, double discount) {
        DiscreteGame game = game(domain, hamiltonian, discount);
        int n = game.grid().size();
        double[] u = field(game, 7, 0.2);
        double[] m = new double[game.size()];
        game.forward(u, m);

        MeanFieldGame finite = builder(domain, hamiltonian).horizon(400).build();
        DiscreteGame stepping = new UpwindDiscretization(1, 5).discretize(finite, game.grid(), new TimeGrid(400, 40));
        double[] frozen = new double[stepping.size()];
        double[] population = new double[stepping.size()];
        for (int j = 0; j <= 40; j++) {
            System.arraycopy(u, 0, frozen, j * n, n);
        }
        stepping.forward(frozen, population);
        for (int i = 0; i < n; i++) {
            assertThat(m[i]).isCloseTo(population[40 * n + i], within(1e-7));
        }
    }

    /** r u_r → ρ as the discount vanishes, with an error of order r. */
    @Test
    void theDiscountedValueTendsToTheErgodicOneAsTheDiscountVanishes() {
        DiscreteGame ergodic = game(SmallGames.RING, Hamiltonians.drifting(), 0);
        double[] m = density(ergodic);
        double[] u = new double[ergodic.size()];
        ergodic.backward(m, u);
        double constant = u[0] - u[NODES];
        double before = Double.NaN;
        for (double r : new double[] {0.02, 0.01, 0.005}) {
            double[] discounted = new double[ergodic.size()];
            game(SmallGames.RING, Hamiltonians.drifting(), r).backward(m, discounted);
            double error = Math.abs(r * discounted[3] - constant);
            assertThat(error).isLessThan(Double.isNaN(before) ? 1 : 0.6 * before);
            before = error;
        }
        assertThat(before).isLessThan(1e-3);
    }

    @Test
    void whatCannotBeStationaryIsRefusedByName() {
        assertThatThrownBy(() -> builder(SmallGames.CORRIDOR, Hamiltonians.quadratic())
                        .forever()
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("domain of a stationary game must not have exits");
        assertThatThrownBy(() -> builder(SmallGames.RING, Hamiltonians.quadratic())
                        .forever()
                        .viscosity(0)
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("viscosity must be > 0 in a stationary game, was 0.0");
        assertThatThrownBy(() -> builder(SmallGames.RING, Hamiltonians.quadratic())
                        .forever()
                        .discount(-1))
                .hasMessage("discount must be finite and >= 0, was -1.0");
        assertThatThrownBy(() -> builder(SmallGames.RING, Hamiltonians.quadratic())
                        .forever()
                        .terminalCost(x -> 1)
                        .build())
                .hasMessage("terminal cost must not be given: a stationary game has no end");
        MeanFieldGame game =
                builder(SmallGames.RING, Hamiltonians.quadratic()).forever().build();
        assertThatThrownBy(() ->
                        new UpwindDiscretization().discretize(game, Grid.of(game.domain(), NODES), new TimeGrid(1, 3)))
                .hasMessage("time steps must be 1 for a stationary game, was 3");
    }

    private static MeanFieldGameBuilder builder(Domain domain, Hamiltonian hamiltonian) {
        return MeanFieldGame.builder("stationary")
                .domain(domain)
                .viscosity(0.05)
                .hamiltonian(hamiltonian)
                .coupling(SmallGames.crowdAversion(0.5))
                .runningCost((t, x) -> 0.3 * Math.cos(2 * Math.PI * x[0]))
                .initialDensity(x -> 1);
    }

    private static DiscreteGame game(Domain domain, Hamiltonian hamiltonian, double discount) {
        MeanFieldGameBuilder builder = builder(domain, hamiltonian);
        MeanFieldGame game =
                (discount == 0 ? builder.forever() : builder.forever().discount(discount)).build();
        int nodes = domain.dimension() == 1 ? NODES : NODES / 2 + 1;
        return new UpwindDiscretization(1).discretize(game, Grid.of(domain, nodes), game.timeGrid(1));
    }

    /** A rough density of mass 1, the same at both levels. */
    private static double[] density(DiscreteGame game) {
        int n = game.grid().size();
        double[] m = field(game, 2, 0.5);
        for (int i = 0; i < n; i++) {
            m[i] = game.grid().isWall(i) ? 0 : 1 + m[i];
        }
        double mass = game.grid().integrate(m, 0);
        for (int i = 0; i < n; i++) {
            m[i] /= mass;
            m[n + i] = m[i];
        }
        return m;
    }

    private static double[] field(DiscreteGame game, long seed, double scale) {
        double[] v = SmallGames.noise(game.size(), seed);
        for (int i = 0; i < v.length; i++) {
            v[i] *= game.grid().isWall(i % game.grid().size()) ? 0 : scale;
        }
        return v;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double vi : v) {
            largest = Math.max(largest, Math.abs(vi));
        }
        return largest;
    }
}
