package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.SmallGames;

/** What the schemes refuse, in the words of the caller. */
class RefusedGamesTest {
    private static final Domain SQUARE = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));

    static Stream<Arguments> wrongData() {
        return Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                .flatMap(wrong -> Stream.of(
                        data(
                                "running cost must be finite everywhere, was %s at [0.5]",
                                wrong, g -> g.runningCost((t, x) -> at(x, wrong))),
                        data(
                                "terminal cost must be finite everywhere, was %s at [0.5]",
                                wrong, g -> g.terminalCost(x -> at(x, wrong))),
                        data(
                                "mass source must be finite everywhere, was %s at [0.5]",
                                wrong, g -> g.massSource((t, x) -> at(x, wrong))),
                        data(
                                "diffusion must be finite and >= 0 everywhere, was %s at [0.5]",
                                wrong, g -> g.diffusion(Diffusion.steady((x, axis) -> at(x, wrong)))),
                        data(
                                "initial density must be finite and >= 0 everywhere, was %s at [0.5]",
                                wrong, g -> g.initialDensity(x -> at(x, wrong)))));
    }

    private static double at(double[] x, double wrong) {
        return x[0] == 0.5 ? wrong : 0.1;
    }

    private static Arguments data(String message, double wrong, UnaryOperator<MeanFieldGameBuilder> change) {
        return Arguments.of(String.format(message, wrong), change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongData")
    void dataThatAreNotFiniteAreNamedWithTheirPlace(String message, UnaryOperator<MeanFieldGameBuilder> change) {
        assertThatThrownBy(() -> discretize(new UpwindDiscretization(1), change))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void negativeDiffusionsAndDensitiesAreRefusedAndZeroIsNot() {
        UpwindDiscretization scheme = new UpwindDiscretization(1);
        assertThatThrownBy(() ->
                        discretize(scheme, g -> g.diffusion(Diffusion.steady((x, axis) -> at(x, -Double.MIN_VALUE)))))
                .hasMessageStartingWith("diffusion must be finite and >= 0 everywhere, was -4.9E-324");
        assertThatThrownBy(() -> discretize(scheme, g -> g.initialDensity(x -> at(x, -Double.MIN_VALUE))))
                .hasMessageStartingWith("initial density must be finite and >= 0 everywhere, was -4.9E-324");
        discretize(
                scheme,
                g -> g.diffusion(Diffusion.steady((x, axis) -> at(x, 0))).initialDensity(x -> at(x, 0)));
    }

    @Test
    void anInitialDensityHasAMass() {
        assertThatThrownBy(() -> discretize(new UpwindDiscretization(1), g -> g.initialDensity(x -> 0)))
                .hasMessage(
                        "mass of the initial density must be finite and > 0, was 0.0: it is 0 at every node, as what is narrower than a cell of the grid may be");
        assertThatThrownBy(() -> discretize(
                        new UpwindDiscretization(1),
                        g -> g.domain(Domain.interval(0, 10)).initialDensity(x -> 1e308)))
                .hasMessage("mass of the initial density must be finite and > 0, was Infinity");
    }

    /** A pillar of one node of 1681, and more than its share of the crowd inside: 0.1 % is cut off, a little more is not. */
    @Test
    void aTailInAnObstacleIsCutOff() {
        double[] middle = {0.5, 0.5};
        Domain pillar = SQUARE.withObstacles(Region.ball(middle, 0.01));
        Grid grid = Grid.of(pillar, 41);
        double inside = grid.cellVolume(20 * 41 + 20);
        double outside = 1 - inside;
        double tail = 1e-3 / (1 - 1e-3) * outside / inside;
        assertThat(tail).isGreaterThan(1);
        for (double factor : new double[] {0.999, 1.001}) {
            MeanFieldGame game = SmallGames.tutorial(pillar, Hamiltonians.quadratic())
                    .initialDensity(x -> Arrays.equals(x, middle) ? factor * tail : 1)
                    .build();
            Discretization scheme = new UpwindDiscretization(1);
            if (factor < 1) {
                DiscreteGame discrete = scheme.discretize(game, grid, game.timeGrid(2));
                assertThat(grid.integrate(discrete.initialDensity(), 0)).isCloseTo(1, within(1e-13));
            } else {
                assertThatThrownBy(() -> scheme.discretize(game, grid, game.timeGrid(2)))
                        .hasMessage(
                                "initial density must lie outside the obstacles, but 0.100 % of its mass is inside");
            }
        }
    }

    @Test
    void gridsAreThoseOfTheGame() {
        MeanFieldGame game = SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                .build();
        for (Discretization scheme :
                new Discretization[] {new UpwindDiscretization(1), new CrankNicolsonDiscretization(1)}) {
            assertThatThrownBy(() -> scheme.discretize(game, Grid.of(SmallGames.RING, 9), game.timeGrid(2)))
                    .hasMessageStartingWith("grid must cover the domain of the game, was ");
            assertThatThrownBy(() -> scheme.discretize(game, Grid.of(game.domain(), 9), new TimeGrid(2, 2)))
                    .hasMessage("horizon of the time grid must be the game's, 1.0, was 2.0");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void aMaxSpeedIsFiniteAndNotNegative(double speed) {
        assertThatThrownBy(() -> new UpwindDiscretization(1, speed))
                .hasMessage("max-speed must be finite and >= 0, was " + speed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4999, 1.0001, Double.NaN})
    void aWeightIsFromOneHalfToOne(double theta) {
        assertThatThrownBy(() -> new CrankNicolsonDiscretization(1, theta, Differences.CENTRAL))
                .hasMessage("theta must be between 0.5 and 1, was " + theta);
    }

    static Stream<Arguments> central() {
        return Stream.of(
                Arguments.of(new UpwindDiscretization(1, 0, Differences.CENTRAL), "central differences"),
                Arguments.of(new CrankNicolsonDiscretization(1), "crank-nicolson"));
    }

    @ParameterizedTest
    @MethodSource("central")
    void whatCentralDifferencesDoNotKnowIsRefused(Discretization scheme, String user) {
        assertThatThrownBy(() -> discretize(scheme, g -> g.domain(SmallGames.CORRIDOR)))
                .hasMessage("domain must have neither exits nor obstacles for " + user + ", was one with exits");
        Domain walled = SQUARE.withObstacles(Region.ball(new double[] {0.5, 0.5}, 0.2));
        assertThatThrownBy(() -> discretize(scheme, g -> g.domain(walled)))
                .hasMessage("domain must have neither exits nor obstacles for " + user + ", was one with obstacles");
        for (Boundary[] ends : new Boundary[][] {
            {Boundary.noFlux(), Boundary.stateConstraint()}, {Boundary.stateConstraint(), Boundary.noFlux()}
        }) {
            Domain pressed = Domain.of(Axis.noFlux("x", 0, 1), new Axis("y", 0, 1, ends[0], ends[1]));
            assertThatThrownBy(() -> discretize(scheme, g -> g.domain(pressed)))
                    .hasMessage("boundary of axis y must not be a state constraint for " + user);
        }
    }

    @Test
    void aHamiltonianWithoutStructureIsRefusedWhereNoSchemeIsKnownForIt() {
        Domain pressed =
                Domain.of(Axis.noFlux("x", 0, 1), new Axis("y", 0, 1, Boundary.noFlux(), Boundary.stateConstraint()));
        assertThatThrownBy(() -> discretize(
                        new UpwindDiscretization(1), g -> g.domain(pressed).hamiltonian(CrowdedRoom.SKEW)))
                .hasMessage("boundary of axis y must not be a state constraint for this Hamiltonian, neither axiswise"
                        + " nor radial");
        assertThatThrownBy(() -> discretize(
                        new CrankNicolsonDiscretization(1, 0.5, Differences.UPWIND),
                        g -> g.domain(SQUARE).hamiltonian(CrowdedRoom.SKEW)))
                .hasMessage("differences must be central for this Hamiltonian, neither axiswise nor radial, with"
                        + " crank-nicolson");
        // On a line there is one, and of central differences too.
        discretize(new UpwindDiscretization(1), g -> g.hamiltonian(Hamiltonians.unstructured()));
        discretize(
                new CrankNicolsonDiscretization(1, 0.5, Differences.CENTRAL),
                g -> g.domain(SQUARE).hamiltonian(CrowdedRoom.SKEW));
    }

    @Test
    void theOptionsOfTheCommandLineReachTheSchemes() {
        Mfg mfg = Mfg.load();
        assertThat(mfg.discretization("upwind", Map.of()).order()).isEqualTo(1);
        assertThat(mfg.discretization("crank-nicolson", Map.of()).order()).isEqualTo(2);
        assertThat(mfg.discretization("crank-nicolson", Map.of("theta", 0.6)).order())
                .isEqualTo(1);
        assertThat(mfg.discretization("crank-nicolson", Map.of("differences", "upwind"))
                        .order())
                .isEqualTo(1);
        Hamiltonian skew = CrowdedRoom.SKEW;
        assertThatThrownBy(() -> discretize(
                        mfg.discretization("upwind", Map.of("differences", "central")),
                        g -> g.domain(SmallGames.CORRIDOR)))
                .hasMessageContaining("central differences");
        DiscreteGame slow = discretize(
                mfg.discretization("upwind", Map.of("max-speed", 1e-6)),
                g -> g.domain(SQUARE).hamiltonian(skew));
        assertThatThrownBy(() -> slow.backward(SmallGames.randomDensity(slow, 1), new double[slow.size()]))
                .hasMessageContaining("more than max-speed 1.0E-6");
    }

    private static DiscreteGame discretize(Discretization scheme, UnaryOperator<MeanFieldGameBuilder> change) {
        MeanFieldGame game = change.apply(SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic()))
                .build();
        return scheme.discretize(game, Grid.of(game.domain(), 11), game.timeGrid(2));
    }
}
