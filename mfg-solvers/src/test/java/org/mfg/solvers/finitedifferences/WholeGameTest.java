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
import org.mfg.api.NumericalFailureException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.testkit.DiscretizationKit;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** The kit that every scheme passes, on a game with everything; and that the number of threads changes nothing. */
class WholeGameTest {
    private static final Axis LINE = Axis.noFlux("x", 0, 1);
    private static final Domain PLANE = Domain.of(LINE, Axis.periodic("y", 0, 1));

    static Stream<Arguments> games() {
        Domain moods = Domain.of(Axis.periodic("x", 0, 1), Axis.states("mood", Chains.three()));
        Domain pressed = Domain.of(new Axis("x", 0, 1, Boundary.exit(0.2), Boundary.stateConstraint()));
        Domain street = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0.2)), Axis.periodic("y", 0, 1));
        Stream<Arguments> anywhere = Stream.of(SmallGames.INTERVAL, SmallGames.RING, PLANE, moods)
                .flatMap(domain -> Stream.of(
                                new UpwindDiscretization(1),
                                new UpwindDiscretization(1, 0, Differences.CENTRAL),
                                new CrankNicolsonDiscretization(1),
                                new CrankNicolsonDiscretization(1, 0.6, Differences.UPWIND))
                        .map(scheme -> Arguments.of(domain, scheme)));
        Stream<Arguments> upwind = Stream.of(SmallGames.CORRIDOR, pressed, street)
                .map(domain -> Arguments.of(domain, new UpwindDiscretization(1)));
        return Stream.concat(anywhere, upwind);
    }

    @ParameterizedTest
    @MethodSource("games")
    void itsSchemesKeepTheirPromises(Domain domain, Discretization scheme) {
        for (double discount : new double[] {0, 0.7}) {
            MeanFieldGame game = WholeGame.on(domain, discount).build();
            boolean isLine = domain.positionAxes() == 1;
            Grid grid = isLine ? Grid.of(domain, 14) : Grid.of(domain, 9, 8);
            DiscretizationKit.check(scheme.discretize(game, grid, game.timeGrid(4)), false);
            if (scheme instanceof UpwindDiscretization) {
                DiscretizationKit.check(scheme.discretize(game, grid, game.timeGrid(4, 5)), false);
            }
        }
    }

    static Stream<Arguments> hamiltonians() {
        Stream<Arguments> onALine = Stream.of(Hamiltonians.driftingInACrowd(), Hamiltonians.unstructured())
                .flatMap(h -> differences().map(scheme -> Arguments.of(SmallGames.INTERVAL, h, scheme)));
        Stream<Arguments> inThePlane = Stream.of(
                        Hamiltonians.driftingInACrowd(), Hamiltonians.power(2, 0.5), Hamiltonians.power(3, 0), SKEW)
                .flatMap(h -> differences().map(scheme -> Arguments.of(PLANE, h, scheme)));
        return Stream.concat(onALine, inThePlane);
    }

    private static Stream<Discretization> differences() {
        return Stream.of(
                new UpwindDiscretization(1),
                new UpwindDiscretization(1, 20),
                new UpwindDiscretization(1, 0, Differences.CENTRAL));
    }

    /** {@link CrowdedRoom#SKEW} / (1 + m). */
    private static final Hamiltonian SKEW = new Hamiltonian() {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return CrowdedRoom.SKEW.value(t, x, p, m) / (1 + m);
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            CrowdedRoom.SKEW.momentumGradient(t, x, p, m, gradient);
            Arrays.setAll(gradient, k -> gradient[k] / (1 + m));
        }

        @Override
        public boolean dependsOnDensity() {
            return true;
        }
    };

    @ParameterizedTest
    @MethodSource("hamiltonians")
    void theyKeepThemForEveryKindOfHamiltonian(Domain domain, Hamiltonian hamiltonian, Discretization scheme) {
        for (double discount : new double[] {0, 0.7}) {
            MeanFieldGame game =
                    WholeGame.on(domain, discount).hamiltonian(hamiltonian).build();
            Grid grid = domain.dimension() == 1 ? Grid.of(domain, 14) : Grid.of(domain, 9, 8);
            DiscretizationKit.check(scheme.discretize(game, grid, game.timeGrid(4)), false);
            if (scheme instanceof UpwindDiscretization) {
                DiscretizationKit.check(scheme.discretize(game, grid, game.timeGrid(4, 5)), false);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void linearisedSweepsForgetWhatTheirFieldsHeld(Domain domain, Discretization scheme) {
        MeanFieldGame game = WholeGame.on(domain, 0.7).build();
        Grid grid = domain.positionAxes() == 1 ? Grid.of(domain, 14) : Grid.of(domain, 9, 8);
        DiscreteGame discrete = scheme.discretize(game, grid, game.timeGrid(4));
        double[] u = new double[discrete.size()];
        double[] m = SmallGames.randomDensity(discrete, 1);
        discrete.backward(m, u);
        double[] v = SmallGames.noise(u.length, 2);
        double[] w = SmallGames.noise(u.length, 3);
        double[] clean = new double[u.length];
        Linearization linear = discrete.linearize(u, m);
        linear.backward(v, w, clean);
        double[] dirty = SmallGames.noise(u.length, 4);
        linear.backward(v, w, dirty);
        assertThat(dirty).isEqualTo(clean);
        linear.forward(v, w, clean);
        linear.forward(v, w, dirty);
        assertThat(dirty).isEqualTo(clean);
    }

    /** A coupling may have a form of its own for schemes that take costs at both ends of a step. */
    @Test
    void eachSchemeHasTheFormOfACouplingThatIsMeantForIt() {
        Coupling coupling = new Coupling() {
            @Override
            public DiscreteCoupling on(Grid grid, TimeGrid time) {
                return SmallGames.crowdAversion(2).on(grid, time);
            }

            @Override
            public DiscreteCoupling forTrapezoidRule(Grid grid, TimeGrid time) {
                return SmallGames.crowdAversion(3).on(grid, time);
            }
        };
        for (Discretization scheme :
                new Discretization[] {new UpwindDiscretization(1), new CrankNicolsonDiscretization(1)}) {
            MeanFieldGame game = SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                    .replaceCouplings(c -> coupling)
                    .build();
            DiscreteGame discrete = scheme.discretize(game, Grid.of(game.domain(), 9), game.timeGrid(4));
            double[] residual = new double[discrete.size()];
            double[] ones = new double[discrete.size()];
            Arrays.fill(ones, 1);
            discrete.backwardResidual(ones, ones, residual);
            double strength = scheme.order() == 1 ? 2 : 3;
            assertThat(residual[5]).isCloseTo(-strength * discrete.time().step(0), within(1e-15));
        }
    }

    @Test
    void atExitsTheResidualsAreThoseOfTheirConditions() {
        MeanFieldGame game = WholeGame.on(SmallGames.CORRIDOR, 0.7).build();
        DiscreteGame discrete =
                new UpwindDiscretization(1).discretize(game, Grid.of(game.domain(), 9), game.timeGrid(4));
        double[] u = SmallGames.noise(discrete.size(), 1);
        double[] m = SmallGames.noise(discrete.size(), 2);
        double[] backward = new double[u.length];
        double[] forward = new double[u.length];
        discrete.backwardResidual(u, m, backward);
        discrete.forwardResidual(u, m, forward);
        for (int at = 8; at < u.length; at += 9) {
            assertThat(backward[at]).isCloseTo(u[at] - 0.2, within(1e-15));
            assertThat(forward[at]).isEqualTo(m[at]);
        }
    }

    @Test
    void nobodyEntersThroughAnExitOrInAWall() {
        Domain walled = CrowdedRoom.DOMAIN;
        MeanFieldGame game = WholeGame.on(walled, 0).initialDensity(x -> 1).build();
        DiscreteGame discrete = new UpwindDiscretization(1).discretize(game, Grid.of(walled, 11, 21), game.timeGrid(3));
        Grid grid = discrete.grid();
        double[] entered = new double[grid.size()];
        discrete.entryDensity(1, entered);
        double mass = 0;
        for (int i = 0; i < entered.length; i++) {
            boolean isFree = !grid.isWall(i) && !grid.isExit(i);
            double expected = isFree
                    ? discrete.time().step(0) * WholeGame.source(discrete.time().time(2), grid.coordinate(i, 0))
                    : 0;
            assertThat(entered[i]).isCloseTo(expected, within(1e-15));
            mass += grid.weight(i) * entered[i];
        }
        // What has left by the end of the second step, less who entered in both: mass is not counted through the doors
        // by the source.
        double[] u = new double[discrete.size()];
        double[] m = SmallGames.randomDensity(discrete, 5);
        discrete.backward(m, u);
        discrete.forward(u, m);
        double[] net = new double[4];
        double[] throughDoors = new double[4];
        double[] door = new double[4];
        discrete.exitedMass(u, m, net);
        for (Exit exit : grid.exits()) {
            discrete.exitedMass(u, m, exit, door);
            for (int j = 0; j < door.length; j++) {
                throughDoors[j] += door[j];
            }
        }
        assertThat(net[2] - net[1]).isCloseTo(throughDoors[2] - throughDoors[1] - mass, within(1e-14));
        assertThat(throughDoors[1]).isPositive();
    }

    /** Slopes that are too large to be numbers are a failure of the step that meets them first. */
    @Test
    void aDensityThatIsNotFiniteIsAFailureOfItsStep() {
        for (Discretization scheme :
                new Discretization[] {new UpwindDiscretization(1), new CrankNicolsonDiscretization(1)}) {
            MeanFieldGame game = WholeGame.on(SmallGames.INTERVAL, 0).build();
            DiscreteGame discrete = scheme.discretize(game, Grid.of(game.domain(), 9), game.timeGrid(4));
            double[] u = new double[discrete.size()];
            u[2 * 9 + 4] = 1e308;
            // The implicit step from there on is the first, which spreads it; of the other scheme it is the end of the
            // step before.
            String place = scheme.order() == 1
                    ? "time level 3, node 0: the density is NaN"
                    : "time level 2, node 2: the density is Infinity";
            assertThatThrownBy(() -> discrete.forward(u, new double[u.length]))
                    .isInstanceOf(NumericalFailureException.class)
                    .hasMessage("Fokker-Planck equation, " + place);
        }
    }

    static Stream<Hamiltonian> independentOfTheCrowdOrNot() {
        return Stream.of(Hamiltonians.drifting(), Hamiltonians.driftingInACrowd());
    }

    /** Slices of more than 2048 nodes are cut into ranges, whose work threads share; the cuts are the same for any number of them. */
    @ParameterizedTest
    @MethodSource("independentOfTheCrowdOrNot")
    void theNumberOfThreadsChangesNoDigit(Hamiltonian hamiltonian) {
        double[][] alone = fields(hamiltonian, 1);
        double[][] together = fields(hamiltonian, 2);
        for (int k = 0; k < alone.length; k++) {
            assertThat(together[k]).as("field " + k).isEqualTo(alone[k]);
        }
    }

    /** A best response, its population, what both leave, and linearised sweeps. */
    private static double[][] fields(Hamiltonian hamiltonian, int threads) {
        MeanFieldGame game = WholeGame.on(PLANE, 0.7)
                .hamiltonian(hamiltonian)
                .replaceCouplings(coupling -> SmallGames.crowdAversion(0.5))
                .build();
        DiscreteGame discrete =
                new UpwindDiscretization(threads).discretize(game, Grid.of(PLANE, 47, 46), game.timeGrid(2));
        double[] u = new double[discrete.size()];
        double[] m = SmallGames.randomDensity(discrete, 1);
        discrete.backward(m, u);
        discrete.forward(u, m);
        double[][] fields = {u, m, u.clone(), u.clone(), u.clone(), u.clone()};
        discrete.backwardResidual(u, m, fields[2]);
        discrete.forwardResidual(u, m, fields[3]);
        discrete.linearize(u, m).backward(m, u, fields[4]);
        discrete.linearize(u, m).forward(u, m, fields[5]);
        return fields;
    }
}
