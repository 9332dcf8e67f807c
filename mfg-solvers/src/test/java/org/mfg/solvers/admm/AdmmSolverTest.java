package org.mfg.solvers.admm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.PlannerCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.FlowAction;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.progress.Yardstick;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.finitedifferences.CrankNicolsonDiscretization;
import org.mfg.solvers.nested.NestedSolver;
import org.mfg.solvers.newton.NewtonSolver;

/** Alternating directions against Newton's method, which shares the scheme with it and nothing else. */
class AdmmSolverTest {
    private static final Domain PLANE = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1));

    static Stream<Arguments> games() {
        return Stream.of(
                game("noise of 0.01", tutorial(SmallGames.INTERVAL)),
                game("noise of 0.001", tutorial(SmallGames.INTERVAL).viscosity(0.001)),
                game("no noise", tutorial(SmallGames.INTERVAL).viscosity(0)),
                game("a ring", tutorial(SmallGames.RING)),
                game("a stream", SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.drifting())),
                game("a radial Hamiltonian", SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.power(3, 0))),
                game("a steep drift", SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.power(1.5, 0))),
                game(
                        "a terminal coupling",
                        tutorial(SmallGames.INTERVAL).terminalCoupling(SmallGames.crowdAversion(0.5))),
                game("a weak coupling", tutorial(SmallGames.INTERVAL).coupling(SmallGames.crowdAversion(-0.499999))),
                game("the plane", tutorial(PLANE)),
                game("a radial Hamiltonian in the plane", SmallGames.tutorial(PLANE, Hamiltonians.power(3, 0))));
    }

    private static Arguments game(String name, MeanFieldGameBuilder game) {
        return Arguments.of(name, game);
    }

    private static MeanFieldGameBuilder tutorial(Domain domain) {
        return SmallGames.tutorial(domain, Hamiltonians.quadratic());
    }

    /** A residual of 1e-8 is a distance of about 1e-6 here: small viscosity makes much of little. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("games")
    void agreesWithNewtonAndProvesIt(String name, MeanFieldGameBuilder builder) {
        MeanFieldGame continuous = builder.build();
        int size = continuous.domain().dimension() == 1 ? 20 : 8;
        DiscreteGame game = SmallGames.discretize(continuous, size, size);
        Equilibrium found = new AdmmSolver(new StoppingRule(1e-8, 200)).solve(game);
        Equilibrium newton = new NewtonSolver(new StoppingRule(1e-10, 100)).solve(game);

        assertThat(found.status()).isEqualTo(Status.CONVERGED);
        assertThat(found.dualityGap()).isBetween(0.0, 1e-10);
        assertNear(found, newton, 1e-5, 1e-6);
    }

    /** @param populated where the crowd is at least as dense, values are compared too */
    private static void assertNear(Equilibrium found, Equilibrium newton, double distance, double populated) {
        for (int i = 0; i < found.m().length; i++) {
            assertThat(Math.abs(found.m()[i] - newton.m()[i])).isLessThan(distance);
            if (newton.m()[i] > populated) {
                assertThat(Math.abs(found.u()[i] - newton.u()[i])).isLessThan(distance);
            }
        }
    }

    static Stream<Arguments> gamesWithLimits() {
        return Stream.of(
                game("a target", SmallGames.planning(SmallGames.INTERVAL)),
                game("a target in the plane", SmallGames.planning(PLANE)),
                game("a ceiling", tutorial(SmallGames.INTERVAL).ceiling((t, x) -> 4.2 - 3 * t)),
                game(
                        "a ceiling without noise",
                        tutorial(SmallGames.INTERVAL).viscosity(0).ceiling((t, x) -> 4.2 - 3 * t)),
                game(
                        "a ceiling and a target in the plane",
                        SmallGames.planning(PLANE).ceiling((t, x) -> 3.3 - 8.6 * t * (1 - t))));
    }

    /** Newton's method takes pressures and costs at the end for unknowns, and no proximal map. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("gamesWithLimits")
    void aCrowdKeepsToItsLimits(String name, MeanFieldGameBuilder builder) {
        MeanFieldGame continuous = builder.build();
        int size = continuous.domain().dimension() == 1 ? 20 : 8;
        DiscreteGame game = SmallGames.discretize(continuous, size, size);
        Equilibrium found = new AdmmSolver(new StoppingRule(1e-6, 400)).solve(game);
        Equilibrium newton = new NewtonSolver(new StoppingRule(1e-10, 200)).solve(game);

        assertThat(found.status()).isEqualTo(Status.CONVERGED);
        assertThat(newton.status()).isEqualTo(Status.CONVERGED);
        newton.pressure()
                .ifPresent(p -> assertThat(Arrays.stream(p).max().orElseThrow()).isGreaterThan(0.01));
        assertNear(found, newton, 1e-3, 1e-3);
        for (int i = 0; continuous.ceiling().isPresent() && i < found.m().length; i++) {
            assertThat(found.pressure().orElseThrow()[i])
                    .isCloseTo(newton.pressure().orElseThrow()[i], within(1e-4));
        }
    }

    /** Of the tolls at the end those are meant whose mean over the place is 0, be it as long as it may. */
    @Test
    void tollsAtTheEndOfALongerLineHaveTheMeanZero() {
        DiscreteGame game =
                SmallGames.discretize(SmallGames.planning(Domain.interval(0, 3)).build(), 20, 20);
        Equilibrium found = new AdmmSolver(new StoppingRule(1e-6, 400)).solve(game);
        assertThat(found.status()).isEqualTo(Status.CONVERGED);
        assertThat(game.space().integrate(found.u(), 20 * 20)).isCloseTo(0, within(1e-12));
    }

    /** Each pair is a strategy and the crowd that plays it from the first on, whatever the game was used for before. */
    @Test
    void aSolveBeginsWithoutAPressure() {
        DiscreteGame game = SmallGames.discretize(
                tutorial(SmallGames.INTERVAL).ceiling((t, x) -> 4.2 - 3 * t).build(), 20, 20);
        AdmmSolver solver = new AdmmSolver(new StoppingRule(1e-6, 0));
        Iteration first = solver.solve(game).last();
        assertThat(massNotPlayed(game, solver)).isLessThan(1e-12);
        double[] pressure = new double[game.size()];
        Arrays.fill(pressure, 20, pressure.length, 5);
        game.setPressure(pressure);

        assertThat(solver.solve(game).pressure().orElseThrow()).containsOnly(0);
        assertThat(solver.solve(game).last().hjbResidual()).isEqualTo(first.hjbResidual());
    }

    private static double massNotPlayed(DiscreteGame game, AdmmSolver solver) {
        Equilibrium found = solver.solve(game);
        double[] residual = new double[game.size()];
        game.forwardResidual(found.u(), found.m(), residual);
        return Arrays.stream(residual).map(Math::abs).max().orElseThrow();
    }

    /** x + 1/2 becomes 1 at the cost of 1/120, on a grid that starts from the tolls of a coarser one. */
    @Test
    void aCrowdThatMindsNobodyGoesOnFromACoarserGrid() {
        MeanFieldGame continuous = MeanFieldGame.builder("transport")
                .domain(SmallGames.INTERVAL)
                .horizon(1)
                .viscosity(0)
                .hamiltonian(Hamiltonians.quadratic())
                .initialDensity(x -> x[0] + 0.5)
                .targetDensity(x -> 1)
                .build();
        DiscreteGame game = SmallGames.discretize(continuous, 41, 40);
        AdmmSolver solver = new AdmmSolver(new StoppingRule(1e-4, 40));
        Equilibrium found = new NestedSolver(solver, solver, 1).solve(game);

        assertThat(found.status()).isEqualTo(Status.CONVERGED);
        // What a coarser grid leads to is near: from nothing the first residual is of the size of the crowd, 1/4.
        assertThat(found.history().get(0).residual()).isLessThan(0.05);
        assertThat(120 * FlowAction.of(game, found.u(), found.m())).isCloseTo(1, within(1e-3));
    }

    @Test
    void fewIterationsAreSaidToBeFew() {
        DiscreteGame game = SmallGames.discretize(tutorial(SmallGames.INTERVAL).build(), 20, 20);
        Equilibrium found = new AdmmSolver(new StoppingRule(1e-8, 1)).solve(game);

        assertThat(found.status()).isEqualTo(Status.MAX_ITERATIONS);
        assertThat(found.dualityGap()).isPositive();
    }

    static Stream<Arguments> refusals() {
        Coupling planned = new PlannerCoupling(SmallGames.crowdAversion(1));
        Domain graded = Domain.of(Axis.noFlux("x", 0, 1).graded(Grading.power(2)));
        return Stream.of(
                refusal("couplings must be local", tutorial(SmallGames.INTERVAL).coupling(planned)),
                refusal(
                        "couplings must not fall",
                        tutorial(SmallGames.INTERVAL).coupling(SmallGames.crowdAversion(-1))),
                refusal("discount must be 0", tutorial(SmallGames.INTERVAL).discount(0.1)),
                refusal(
                        "mass source must not be given",
                        tutorial(SmallGames.INTERVAL).massSource((t, x) -> 1)),
                refusal("domain must have neither exits", tutorial(SmallGames.CORRIDOR)),
                refusal("axis x must be even", tutorial(graded)),
                refusal(
                        "diffusion must be constant",
                        tutorial(SmallGames.INTERVAL).diffusion((t, x, axis) -> 0.01 + 0.01 * x[0])),
                refusal(
                        "hamiltonian must not depend on the density",
                        SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.power(2, 1))));
    }

    private static Arguments refusal(String message, MeanFieldGameBuilder game) {
        return Arguments.of(message, game);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void whatHasNoConvexProblemIsRefusedInALine(String message, MeanFieldGameBuilder builder) {
        DiscreteGame game = SmallGames.discretize(builder.build(), 10, 10);
        AdmmSolver solver = new AdmmSolver(new StoppingRule(1e-8, 200));

        assertThatThrownBy(() -> solver.solve(game))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
        assertThat(new Yardstick(game).dualityGap(new double[game.size()], new double[game.size()]))
                .satisfiesAnyOf(
                        gap -> assertThat(gap).isNaN(), gap -> assertThat(gap).isNotNegative());
    }

    @Test
    void otherSchemesAndStationaryGamesAreRefused() {
        MeanFieldGame game = tutorial(SmallGames.INTERVAL).build();
        DiscreteGame second =
                new CrankNicolsonDiscretization(1).discretize(game, Grid.of(game.domain(), 10), game.timeGrid(10));
        DiscreteGame forever = SmallGames.discretize(
                MeanFieldGame.builder("endless")
                        .domain(SmallGames.INTERVAL)
                        .forever()
                        .viscosity(0.1)
                        .hamiltonian(Hamiltonians.quadratic())
                        .build(),
                10,
                1);

        assertThatThrownBy(second::convexForm).hasMessageContaining("upwind");
        assertThatThrownBy(forever::convexForm).hasMessageContaining("game must not be stationary");
    }
}
