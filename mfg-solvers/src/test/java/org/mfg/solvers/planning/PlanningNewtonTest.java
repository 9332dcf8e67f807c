package org.mfg.solvers.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Region;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.constrained.ConstrainedNewton;

/** The ascent of the dual against the continuation with exact linear systems, which has other unknowns, and no dual. */
class PlanningNewtonTest {
    private static final StoppingRule RULE = new StoppingRule(1e-9, 200);
    private static final Domain SQUARE = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));
    private static final Domain CYLINDER = Domain.of(Axis.periodic("x", 0, 1), Axis.noFlux("y", 0, 1));

    private static MeanFieldGameBuilder planning(Domain domain) {
        return MeanFieldGame.builder("planning")
                .domain(domain)
                .horizon(1)
                .viscosity(0.02)
                .hamiltonian(Hamiltonians.quadratic())
                .initialDensity(x -> hill(x, 0.3))
                .targetDensity(x -> hill(x, 0.7));
    }

    private static double hill(double[] x, double center) {
        double square = 0;
        for (double xk : x) {
            square += (xk - center) * (xk - center);
        }
        return 1e-3 + Math.exp(-10 * square);
    }

    private static boolean isInside(double[] x) {
        return Math.max(Math.abs(x[0] - 0.5), Math.abs(x[1] - 0.5)) <= 0.125;
    }

    private static LocalCoupling power(double strength, double exponent) {
        return new LocalCoupling() {
            @Override
            public double value(double t, double[] x, double m) {
                return strength * Math.pow(m, exponent);
            }

            @Override
            public double densityDerivative(double t, double[] x, double m) {
                return strength * exponent * Math.pow(m, exponent - 1);
            }
        };
    }

    static Stream<Arguments> games() {
        Domain room = SQUARE.withObstacles(Region.box(new double[] {0.375, 0.375}, new double[] {0.625, 0.625}));
        return Stream.of(
                Arguments.of("a line", planning(SmallGames.INTERVAL), 30),
                Arguments.of("without noise", planning(SmallGames.INTERVAL).viscosity(0), 30),
                Arguments.of("a ring", planning(SmallGames.RING), 30),
                Arguments.of("a cylinder", planning(CYLINDER), 9),
                Arguments.of(
                        "around an obstacle",
                        planning(room)
                                .initialDensity(x -> isInside(x) ? 0 : hill(x, 0.3))
                                .targetDensity(x -> isInside(x) ? 0 : hill(x, 0.7)),
                        9),
                Arguments.of("cubic costs of moving", planning(SQUARE).hamiltonian(Hamiltonians.power(3, 0)), 9),
                Arguments.of("steep drifts", planning(SmallGames.INTERVAL).hamiltonian(Hamiltonians.power(1.5, 0)), 30),
                Arguments.of("a crowd", planning(SQUARE).coupling(power(0.5, 1)), 9),
                Arguments.of(
                        "a strong coupling",
                        planning(SmallGames.INTERVAL).viscosity(1e-3).coupling(power(50, 1)),
                        30),
                Arguments.of("a flat coupling", planning(SmallGames.INTERVAL).coupling(power(5, 3)), 30),
                Arguments.of("a steep coupling", planning(SmallGames.INTERVAL).coupling(power(5, 0.5)), 30),
                Arguments.of(
                        "moves in a crowd",
                        planning(SQUARE).hamiltonian(Hamiltonians.power(3, 0)).coupling(power(1, 1)),
                        9));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("games")
    void theContinuationFindsTheSame(String name, MeanFieldGameBuilder builder, int nodes) {
        DiscreteGame game = SmallGames.discretize(builder.build(), nodes, 10);
        assertThat(PlanningNewton.solves(game)).isTrue();
        Equilibrium found = new PlanningNewton(RULE).solve(game);
        Equilibrium other = new ConstrainedNewton(RULE).solve(game);
        assertThat(found.status()).as(name).isEqualTo(Status.CONVERGED);
        assertThat(other.status()).as(name).isEqualTo(Status.CONVERGED);
        double largest = 0;
        for (int i = 0; i < game.size(); i++) {
            largest = Math.max(largest, Math.abs(found.m()[i] - other.m()[i]));
        }
        // A residual of 1e-9 is a mass; that of a node on these grids is a density of up to 1e-6.
        assertThat(largest).isLessThan(1e-6);
    }

    @Test
    void aStepBeforeTheEndMayBeTheFirst() {
        DiscreteGame game = SmallGames.discretize(
                planning(SmallGames.INTERVAL).coupling(power(1, 1)).build(), 20, 1);
        assertThat(new PlanningNewton(RULE).solve(game).status()).isEqualTo(Status.CONVERGED);
    }

    @Test
    void aSolutionIsNotLeft() {
        DiscreteGame game = SmallGames.discretize(
                planning(SmallGames.INTERVAL).coupling(power(1, 1)).build(), 20, 10);
        Equilibrium found = new PlanningNewton(RULE).solve(game);
        Equilibrium again = new PlanningNewton(new StoppingRule(1e-7, 5))
                .solve(game, new Guess(found.u(), found.m()), Monitor.NONE);
        assertThat(again.status()).isEqualTo(Status.CONVERGED);
        assertThat(again.last().index()).isZero();
    }

    @Test
    void otherGamesHaveNoDual() {
        MeanFieldGameBuilder planning = planning(SmallGames.INTERVAL);
        refused(planning(SmallGames.INTERVAL).ceiling((t, x) -> 10));
        refused(planning(SmallGames.INTERVAL).hamiltonian(Hamiltonians.driftingInACrowd()));
        refused(planning(SmallGames.INTERVAL).coupling(power(-1, 1)));
        refused(SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic()));
        assertThat(PlanningNewton.solves(SmallGames.discretize(planning.build(), 20, 10)))
                .isTrue();
    }

    private static void refused(MeanFieldGameBuilder builder) {
        DiscreteGame game = SmallGames.discretize(builder.build(), 20, 10);
        assertThat(PlanningNewton.solves(game)).isFalse();
        assertThatThrownBy(() -> new PlanningNewton(RULE).solve(game)).isInstanceOf(InvalidInputException.class);
    }
}
