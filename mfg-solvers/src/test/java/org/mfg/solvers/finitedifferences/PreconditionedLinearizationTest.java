package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Workers;

/** The coupled system of the upwind scheme and its approximate inverse, on games with everything. */
class PreconditionedLinearizationTest {
    /** To 1e-8, as many as the design counts at equilibria of larger games. */
    private static final int MOST_STEPS = 15;

    private static final Axis Y = Axis.periodic("y", 0, 1);

    static Stream<Arguments> games() {
        Hamiltonian quadratic = Hamiltonians.quadratic();
        Domain street = Domain.of(new Axis("x", 0, 1, Boundary.exit(0.1), Boundary.noFlux()), Y);
        Domain walled = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1))
                .withObstacles(Region.box(new double[] {0.4, 0.4}, new double[] {0.7, 0.6}));
        return Stream.of(
                Arguments.of(SmallGames.INTERVAL, quadratic),
                Arguments.of(SmallGames.RING, Hamiltonians.drifting()),
                Arguments.of(SmallGames.CORRIDOR, quadratic),
                Arguments.of(SmallGames.INTERVAL, Hamiltonians.power(2, 0.5)),
                Arguments.of(SmallGames.INTERVAL, Hamiltonians.driftingInACrowd()),
                Arguments.of(street, quadratic),
                Arguments.of(walled, quadratic));
    }

    private static DiscreteGame game(Domain domain, Hamiltonian hamiltonian) {
        MeanFieldGame game = WholeGame.on(domain, 0.7)
                .hamiltonian(hamiltonian)
                .initialDensity(x -> 1)
                .build();
        Grid grid = domain.positionAxes() == 1 ? Grid.of(domain, 17) : Grid.of(domain, 11, 10);
        return new UpwindDiscretization(1).discretize(game, grid, game.timeGrid(6));
    }

    /** The linearised backward sweep leads from the image of a pair to the pair. */
    @ParameterizedTest
    @MethodSource("games")
    void theImageIsWhatTheBackwardSweepInverts(Domain domain, Hamiltonian hamiltonian) {
        At at = new At(game(domain, hamiltonian));
        assertThat(at.linear.prepare()).isTrue();
        double[] du = at.direction(1);
        double[] dm = at.direction(2);
        double[] image = new double[du.length];
        double[] found = new double[du.length];
        at.linear.image(dm, du, image);
        at.linear.backward(dm, image, found);
        // Slices in the plane are solved to 1e-8.
        assertThat(found).containsExactly(du, within(1e-6));
        at.linear.image(null, du, image);
        at.linear.backward(null, image, found);
        assertThat(found).containsExactly(du, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("games")
    void itsApproximateInverseMakesAFewKrylovStepsEnough(Domain domain, Hamiltonian hamiltonian) {
        At at = new At(game(domain, hamiltonian));
        assertThat(at.linear.prepare()).isTrue();
        int size = at.game.size();
        double[] z = new double[size];
        double[] dm = new double[size];
        double[] y = new double[size];
        Gmres.Result result = new Gmres(60, Workers.of(1))
                .solve(
                        (x, out) -> {
                            at.linear.precondition(x, z);
                            at.linear.forward(z, null, dm);
                            at.linear.image(dm, z, out);
                        },
                        at.direction(3),
                        y,
                        1e-8,
                        60);
        assertThat(result.relativeResidual()).isLessThanOrEqualTo(1e-8);
        assertThat(result.steps()).isLessThanOrEqualTo(MOST_STEPS);
        assertThat(at.linear.cost()).isPositive();
    }

    @Test
    void thereIsNoneWithStatesOrCentralDifferencesOrWithoutACoupling() {
        Domain moods = Domain.of(Axis.noFlux("x", 0, 1), Axis.states("mood", Chains.three()));
        assertThat(new At(game(moods, Hamiltonians.quadratic())).linear.prepare())
                .isFalse();
        Discretization central = new UpwindDiscretization(1, 0, Differences.CENTRAL);
        MeanFieldGame whole = WholeGame.on(SmallGames.INTERVAL, 0).build();
        Grid grid = Grid.of(whole.domain(), 17);
        assertThat(new At(central.discretize(whole, grid, whole.timeGrid(6))).linear.prepare())
                .isFalse();
        MeanFieldGame alone = WholeGame.on(SmallGames.INTERVAL, 0)
                .replaceCouplings(coupling -> (LocalCoupling) (t, x, m) -> 0)
                .build();
        PreconditionedLinearization linear =
                new At(new UpwindDiscretization(1).discretize(alone, grid, alone.timeGrid(6))).linear;
        assertThat(linear.prepare()).isFalse();
        assertThatThrownBy(linear::cost)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("prepare() comes first, and must have said true");
    }

    /** A linearisation at a best response to a rough crowd, and its population. */
    private static final class At {
        private final DiscreteGame game;
        private final PreconditionedLinearization linear;

        At(DiscreteGame game) {
            this.game = game;
            double[] u = new double[game.size()];
            double[] m = new double[game.size()];
            double[] m0 = game.initialDensity();
            Arrays.setAll(m, i -> m0[i % m0.length]);
            game.backward(m, u);
            game.forward(u, m);
            linear = (PreconditionedLinearization) game.linearize(u, m);
        }

        double[] direction(long seed) {
            double[] v = SmallGames.noise(game.size(), seed);
            int n = game.grid().size();
            Arrays.setAll(v, i -> game.grid().isWall(i % n) || game.grid().isExit(i % n) ? 0 : v[i]);
            return v;
        }
    }
}
