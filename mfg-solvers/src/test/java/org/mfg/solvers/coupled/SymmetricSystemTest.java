package org.mfg.solvers.coupled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.direct.SpaceTimeElimination;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;

/** Conjugate gradients for the symmetric equations against their exact solution by elimination. */
class SymmetricSystemTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<Arguments> games() {
        Domain square = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING, SmallGames.CORRIDOR, square)
                .flatMap(domain -> Stream.of(Hamiltonians.quadratic(), Hamiltonians.power(3, 0))
                        .map(h -> Arguments.of(domain, h)));
    }

    /** With a terminal coupling, time steps that grow and, in the corridor, an exit. In the plane slices are solved to 1e-12. */
    @ParameterizedTest
    @MethodSource("games")
    void theSolutionIsThatByElimination(Domain domain, Hamiltonian hamiltonian) {
        DiscreteGame game = discretize(game(domain, hamiltonian));
        StepwiseLinearization l = linearize(game);
        double[] a = source(game, 3);
        double[] b = source(game, 4);
        double[] du = new double[game.size()];
        double[] dm = new double[game.size()];
        assertThat(system(game, l).solve(a, b, du, dm)).isTrue();

        double[] exactDu = new double[game.size()];
        double[] exactDm = new double[game.size()];
        new SpaceTimeElimination(game).solve(l, a, b, exactDu, exactDm);
        assertThat(du).containsExactly(exactDu, within(1e-9));
        assertThat(dm).containsExactly(exactDm, within(1e-9));
    }

    /** p a + q b = g du + h dm for the solution by elimination. */
    @ParameterizedTest
    @MethodSource("games")
    void theTransposeIsTheTranspose(Domain domain, Hamiltonian hamiltonian) {
        DiscreteGame game = discretize(game(domain, hamiltonian));
        StepwiseLinearization l = linearize(game);
        double[] g = source(game, 5);
        double[] h = source(game, 6);
        double[] p = new double[game.size()];
        double[] q = new double[game.size()];
        assertThat(system(game, l).solveTransposed(g, h, p, q)).isTrue();

        double[] a = source(game, 3);
        double[] b = source(game, 4);
        double[] du = new double[game.size()];
        double[] dm = new double[game.size()];
        new SpaceTimeElimination(game).solve(l, a, b, du, dm);
        assertThat(dot(p, a) + dot(q, b)).isCloseTo(dot(g, du) + dot(h, dm), within(1e-8));
    }

    /** Where nobody minds the crowd before the end, only the last density has a weight. */
    @Test
    void aCouplingAtTheEndAloneIsEnough() {
        DiscreteGame game = discretize(MeanFieldGame.builder("end")
                .domain(SmallGames.INTERVAL)
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(Hamiltonians.quadratic())
                .terminalCoupling(SmallGames.crowdAversion(0.3))
                .initialDensity(x -> 1));
        StepwiseLinearization l = linearize(game);
        double[] a = source(game, 3);
        double[] b = source(game, 4);
        double[] du = new double[game.size()];
        double[] dm = new double[game.size()];
        assertThat(system(game, l).solve(a, b, du, dm)).isTrue();
        double[] exactDu = new double[game.size()];
        double[] exactDm = new double[game.size()];
        new SpaceTimeElimination(game).solve(l, a, b, exactDu, exactDm);
        assertThat(dm).containsExactly(exactDm, within(1e-9));
    }

    @Test
    void itIsNotOfferedWithoutSymmetry() {
        MeanFieldGameBuilder discounted =
                game(SmallGames.INTERVAL, Hamiltonians.quadratic()).discount(0.7);
        MeanFieldGameBuilder congested = game(SmallGames.INTERVAL, Hamiltonians.power(2, 0.5));
        MeanFieldGameBuilder attracted =
                game(SmallGames.INTERVAL, Hamiltonians.quadratic()).terminalCoupling(SmallGames.crowdAversion(-1));
        assertThat(Stream.of(discounted, congested, attracted).map(SymmetricSystemTest::discretize))
                .allSatisfy(game -> assertThat(SymmetricSystem.of(game, linearize(game), TOLERANCE))
                        .isNull());
    }

    private static MeanFieldGameBuilder game(Domain domain, Hamiltonian hamiltonian) {
        return SmallGames.tutorial(domain, hamiltonian).terminalCoupling(SmallGames.crowdAversion(0.3));
    }

    private static DiscreteGame discretize(MeanFieldGameBuilder builder) {
        MeanFieldGame game = builder.build();
        int nodes = game.domain().dimension() > 1 ? 5 : 12;
        return new UpwindDiscretization().discretize(game, Grid.of(game.domain(), nodes), new TimeGrid(1, 5, 3));
    }

    /** Where slopes are about 1: of large ones C is large, and so is the right-hand side against the solution. */
    private static StepwiseLinearization linearize(DiscreteGame game) {
        double[] u = SmallGames.noise(game.size(), 1);
        for (int i = 0; i < u.length; i++) {
            u[i] *= 0.1;
        }
        StepwiseLinearization l = (StepwiseLinearization) game.linearize(u, SmallGames.randomDensity(game, 2));
        l.solveExactly();
        return l;
    }

    private static SymmetricSystem system(DiscreteGame game, StepwiseLinearization l) {
        return Objects.requireNonNull(SymmetricSystem.of(game, l, TOLERANCE));
    }

    /** A rough source that does not try to change what is given at exits. */
    private static double[] source(DiscreteGame game, long seed) {
        double[] source = SmallGames.noise(game.size(), seed);
        for (int i = 0; i < source.length; i++) {
            source[i] = SmallGames.isExit(game, i) ? 0 : source[i];
        }
        return source;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
