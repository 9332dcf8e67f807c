package org.mfg.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.DriftQuadraticHamiltonian;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.models.manufactured.ManufacturedGame;
import org.mfg.solvers.Mfg;

/**
 * The order of both schemes where diffusion varies in time and place or vanishes, the Hamiltonian depends on time, costs are discounted
 * before an end, agents enter, and axes are graded: by manufactured solutions, which have mass sources of both signs.
 */
class OpenedClassTest {
    private static final Mfg MFG = Mfg.load();

    /** A pair whose normal derivatives vanish at the ends of [0, 1]; u_x changes sign inside. */
    private static final ExactSolution PAIR = new ExactSolution() {
        @Override
        public double value(double t, double[] x) {
            return (1 + 0.5 * t) * 0.2 * Math.cos(2 * Math.PI * x[0]);
        }

        @Override
        public double density(double t, double[] x) {
            return 1 + 0.4 * Math.cos(t) * Math.cos(Math.PI * x[0]);
        }
    };

    /** A wind that turns with time and stands still at the ends, so that it carries nobody through the walls. */
    private static final DriftQuadraticHamiltonian WIND =
            new DriftQuadraticHamiltonian((t, x) -> 0.3 * Math.cos(4 * t) * Math.sin(2 * Math.PI * x[0]));

    /** Its derivative vanishes at the ends, so that ∂n(D m) = 0 there. */
    private static double varying(double t, double x) {
        return 0.05 * (1 + 0.5 * Math.sin(3 * t) * Math.cos(Math.PI * x));
    }

    private enum Case {
        DIFFUSION_IN_PLACE {
            @Override
            MeanFieldGameBuilder on(MeanFieldGameBuilder game) {
                return game.diffusion(Diffusion.steady((x, axis) -> varying(0.5, x[0])));
            }
        },
        DIFFUSION_IN_TIME_AND_PLACE {
            @Override
            MeanFieldGameBuilder on(MeanFieldGameBuilder game) {
                return game.diffusion((t, x, axis) -> varying(t, x[0]));
            }
        },
        HAMILTONIAN_IN_TIME {
            @Override
            MeanFieldGameBuilder on(MeanFieldGameBuilder game) {
                return game.hamiltonian(WIND);
            }
        },
        DISCOUNT {
            @Override
            MeanFieldGameBuilder on(MeanFieldGameBuilder game) {
                return game.discount(0.7);
            }
        },
        GRADED_POWER {
            @Override
            MeanFieldGameBuilder on(MeanFieldGameBuilder game) {
                return game.domain(Domain.of(Axis.noFlux("x", 0, 1).graded(Grading.power(2))));
            }
        },
        GRADED_LAYERS {
            @Override
            MeanFieldGameBuilder on(MeanFieldGameBuilder game) {
                return game.domain(Domain.of(Axis.noFlux("x", 0, 1).graded(Grading.layers(1.5))));
            }
        },
        ALL {
            @Override
            MeanFieldGameBuilder on(MeanFieldGameBuilder game) {
                return GRADED_LAYERS.on(DISCOUNT.on(HAMILTONIAN_IN_TIME.on(DIFFUSION_IN_TIME_AND_PLACE.on(game))));
            }
        };

        abstract MeanFieldGameBuilder on(MeanFieldGameBuilder game);
    }

    static Stream<Arguments> cases() {
        return Stream.of("upwind", "crank-nicolson")
                .flatMap(scheme -> Stream.of(Case.values()).map(c -> Arguments.of(scheme, c)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSchemeHasItsOrder(String scheme, Case which) {
        boolean isUpwind = scheme.equals("upwind");
        MeanFieldGameBuilder template = MeanFieldGame.builder(which.name())
                .domain(Domain.interval(0, 1))
                .horizon(0.5)
                .viscosity(0.05)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(1, 1))
                .initialDensity(x -> 1);
        MeanFieldGame game = new ManufacturedGame(which.on(template).build(), PAIR, (t, x) -> 0).game();
        int intervals = isUpwind ? 128 : 32;

        List<Convergence> found = Verification.of(
                which.name(),
                MFG.discretization(scheme, Map.of())
                        .discretize(game, Grid.of(game.domain(), intervals + 1), game.timeGrid(intervals / 2)),
                MFG.solver("newton", Map.of("levels", 0)),
                3,
                Monitor.NONE);

        assertThat(found)
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.order())
                        .as("%s: %s", c.field(), Arrays.toString(c.errors()))
                        .isGreaterThan(isUpwind ? 0.95 : 1.9));
    }

    /** Agents who cannot choose: they drift with b(x) and pay nothing for it, H = -b p. */
    private record Carried(org.mfg.api.game.SpaceFunction drift) implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return -drift.at(x) * p;
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return -drift.at(x);
        }

        @Override
        public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
            return 0;
        }

        /** A line falls or rises for ever: its minimum is at one of its ends. */
        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            double b = drift.at(x);
            return b == 0 ? 0 : b > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
    }

    static Stream<Arguments> schemesAndGradings() {
        return Stream.of("upwind", "crank-nicolson")
                .flatMap(scheme -> Stream.of(Grading.EVEN, Grading.layers(1)).map(g -> Arguments.of(scheme, g)));
    }

    /** The stationary density m on the line, by the game's scheme. */
    private static double[] stationary(String scheme, MeanFieldGame game, Grid grid) {
        var equilibrium = MFG.solver("newton", Map.of("tolerance", 1e-9, "levels", 0))
                .solve(MFG.discretization(scheme, Map.of()).discretize(game, grid, game.timeGrid(1)));
        assertThat(equilibrium.isConverged()).as(equilibrium.message()).isTrue();
        return Arrays.copyOf(equilibrium.m(), grid.size());
    }

    /** With drift -θ(z - 1) and D = σ²/2 the density is normal with variance σ²/(2θ), here cut at 4.5 deviations or more. */
    @ParameterizedTest
    @MethodSource("schemesAndGradings")
    void aMeanRevertingCrowdHasTheVarianceOfOrnsteinAndUhlenbeck(String scheme, Grading grading) {
        double theta = 0.3;
        double sigma = 0.1;
        double[] errors = new double[3];
        for (int level = 0; level < errors.length; level++) {
            MeanFieldGame game = MeanFieldGame.builder("mean reversion")
                    .domain(Domain.of(Axis.noFlux("z", 0, 2).graded(grading)))
                    .forever()
                    .discount(0.05)
                    .viscosity(sigma * sigma / 2)
                    .hamiltonian(new Carried(z -> -theta * (z[0] - 1)))
                    .build();
            Grid grid = Grid.of(game.domain(), (64 << level) * 2 + 1);
            double[] m = stationary(scheme, game, grid);
            double variance = 0;
            for (int i = 0; i < m.length; i++) {
                variance += grid.weight(i) * m[i] * Math.pow(grid.coordinate(i, 0) - 1, 2);
            }
            errors[level] = Math.abs(variance - sigma * sigma / (2 * theta));
        }
        boolean isUpwind = scheme.equals("upwind");
        for (int level = 1; level < errors.length; level++) {
            // On the even grid central differences have this moment of a linear drift exactly.
            if (errors[level - 1] > 1e-10) {
                assertThat(Math.log(errors[level - 1] / errors[level]) / Math.log(2))
                        .as(Arrays.toString(errors))
                        .isGreaterThan(isUpwind ? 0.95 : 1.9);
            }
        }
        assertThat(errors[2]).isLessThan(isUpwind ? 1e-3 : 1e-5);
    }

    /** Without flux b m = (D m)', so m = C/D exp(∫ b/D): here D = (1 + x²)/20 and b = -4 (x - 0.3) D. */
    @ParameterizedTest
    @MethodSource("schemesAndGradings")
    void aCrowdWithoutFluxIsThatOfItsDiffusion(String scheme, Grading grading) {

        Diffusion.Steady diffusion = (x, axis) -> 0.05 * (1 + x[0] * x[0]);
        double[] errors = new double[3];
        for (int level = 0; level < errors.length; level++) {
            MeanFieldGame game = MeanFieldGame.builder("no flux")
                    .domain(Domain.of(Axis.noFlux("x", 0, 1).graded(grading)))
                    .forever()
                    .discount(0.05)
                    .diffusion(Diffusion.steady(diffusion))
                    .hamiltonian(new Carried(x -> -4 * (x[0] - 0.3) * diffusion.at(x, 0)))
                    .build();
            Grid grid = Grid.of(game.domain(), (32 << level) + 1);
            double[] m = stationary(scheme, game, grid);
            double[] expected = new double[m.length];
            for (int i = 0; i < m.length; i++) {
                double[] x = {grid.coordinate(i, 0)};
                expected[i] = Math.exp(-2 * (x[0] - 0.3) * (x[0] - 0.3)) / diffusion.at(x, 0);
            }
            double mass = grid.integrate(expected, 0);
            for (int i = 0; i < m.length; i++) {
                errors[level] += grid.weight(i) * Math.abs(m[i] - expected[i] / mass);
            }
        }
        for (int level = 1; level < errors.length; level++) {
            assertThat(Math.log(errors[level - 1] / errors[level]) / Math.log(2))
                    .as(Arrays.toString(errors))
                    .isGreaterThan(scheme.equals("upwind") ? 0.95 : 1.9);
        }
    }
}
