package org.mfg.app.errorbars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.Grid;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.coupled.CoupledEquations;
import org.mfg.solvers.errorbars.ErrorBar;
import org.mfg.solvers.errorbars.ErrorBars;
import org.mfg.solvers.nested.CubicProlongation;

class ErrorBarsTest {
    private static final Mfg MFG = Mfg.load();

    @Test
    void whatAResidualIsWorthIsItsSumWithTheAdjointAsWeight() {
        DiscreteGame game = MFG.discretize(MFG.game("hopf-cole", Map.of("lambda", 2)), 33, 32);
        Equilibrium equilibrium = newton(1e-11).solve(game);
        Quantity quantity = MFG.quantity("integral(u*m^2)", game.game());
        ErrorBar bar = bars(game, 1e-11, equilibrium, quantity);

        DiscreteGame finer = MFG.discretize(game.game(), 65, 64);
        Guess at = CubicProlongation.to(finer, equilibrium);
        double[] backward = new double[finer.size()];
        double[] forward = new double[finer.size()];
        finer.backwardResidual(at.u(), at.m(), backward);
        finer.forwardResidual(at.u(), at.m(), forward);
        Gradient gradient = quantity.gradient(finer, at.u(), at.m()).orElseThrow();
        double[] p = new double[finer.size()];
        double[] q = new double[finer.size()];
        new CoupledEquations(finer, at.u(), at.m(), 1e-10).solveTransposed(gradient.u(), gradient.m(), p, q);

        // Linear systems are solved to 1e-4.
        assertThat(bar.ofValue()).isCloseTo(-inner(p, backward), within(1e-3 * Math.abs(bar.ofValue())));
        assertThat(bar.ofDensity()).isCloseTo(-inner(q, forward), within(1e-3 * Math.abs(bar.ofDensity())));
    }

    @Test
    void theValueOnTheFinerGridIsFoundWithoutSolvingThere() {
        DiscreteGame game = MFG.discretize(MFG.game("hopf-cole", Map.of()), 65, 64);
        Equilibrium equilibrium = newton(1e-11).solve(game);
        DiscreteGame finer = MFG.discretize(game.game(), 129, 128);
        Equilibrium onFiner = newton(1e-11).solve(finer);
        for (String name : List.of("cost", "mean(T)", "variance(T)", "integral(u*m^2)")) {
            Quantity quantity = MFG.quantity(name, game.game());
            ErrorBar bar = bars(game, 1e-11, equilibrium, quantity);
            double difference = bar.value() - quantity.value(finer, onFiner.u(), onFiner.m());

            // What two Newton steps from the prolonged equilibrium leave is far smaller than what a second-order
            // remainder would be.
            assertThat(bar.value() - bar.onFiner()).as(name).isCloseTo(difference, within(1e-3 * Math.abs(difference)));
        }
    }

    @Test
    void whatALooseToleranceLeavesIsKnownAndGoesIntoTheBar() {
        DiscreteGame game = MFG.discretize(MFG.game("tutorial", Map.of()), 65, 64);
        Quantity quantity = MFG.quantity("mean(T)", game.game());
        Equilibrium loose = MFG.solver("anderson", Map.of("tolerance", 1e-4)).solve(game);
        Equilibrium tight = newton(1e-12).solve(game);
        double left = quantity.value(game, loose.u(), loose.m()) - quantity.value(game, tight.u(), tight.m());
        ErrorBar bar = bars(game, 1e-10, loose, quantity);

        assertThat(Math.abs(left)).isGreaterThan(1e-6);
        assertThat(bar.algebraic()).isCloseTo(left, within(0.05 * Math.abs(left)));
        assertThat(bar.bar()).isGreaterThanOrEqualTo(Math.abs(bar.algebraic()));
        assertThat(bar.byGrids())
                .isCloseTo(bars(game, 1e-10, tight, quantity).byGrids(), within(0.05 * Math.abs(bar.byGrids())));
    }

    @Test
    void evenAnExactQuantityHasABar() {
        DiscreteGame game = MFG.discretize(MFG.game("hopf-cole", Map.of()), 33, 32);
        ErrorBar bar = bars(game, 1e-10, newton(1e-10).solve(game), MFG.quantity("mass(T)", game.game()));

        assertThat(bar.bar()).isPositive().isLessThan(1e-11);
        assertThat(bar.bar()).isGreaterThanOrEqualTo(Math.abs(bar.value() - 1));
    }

    @Test
    void barsHoldOnGradedAxesWithChainsOfStatesAndWithExits() {
        assertHolds(
                MFG.game("hopf-cole", Map.of()).toBuilder()
                        .domain(Domain.of(Axis.noFlux("x", 0, 1).graded(Grading.power(1.5))))
                        .build(),
                "mean(T)");
        assertHolds(
                MFG.game("tutorial", Map.of()).toBuilder()
                        .domain(Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0.1))))
                        .viscosity(0.1)
                        .build(),
                "mass(T)");
        assertHolds(MFG.game("aiyagari", Map.of()), "mean-a(T)");
    }

    private static void assertHolds(MeanFieldGame continuous, String name) {
        DiscreteGame game = MFG.discretize(continuous, 49, continuous.isStationary() ? 1 : 48);
        Quantity quantity = MFG.quantity(name, continuous);
        ErrorBar bar = bars(game, 1e-9, newton(1e-9).solve(game), quantity);
        double error = bar.value() - (2 * value(continuous, quantity, 256) - value(continuous, quantity, 128));

        assertThat(bar.bar() / Math.abs(error)).as(continuous.name()).isBetween(0.5, 2.0);
    }

    private static double value(MeanFieldGame continuous, Quantity quantity, int intervals) {
        DiscreteGame game = MFG.discretize(continuous, intervals + 1, continuous.isStationary() ? 1 : intervals);
        Equilibrium equilibrium = newton(1e-9).solve(game);
        return quantity.value(game, equilibrium.u(), equilibrium.m());
    }

    /** What a crowd pays that is moved from x + ½ to 1 is half of its W₂² = 1/120 (J.-D. Benamou and Y. Brenier 2000). */
    @Test
    void barsOfTransportHoldAgainstTheWassersteinDistance() {
        DiscreteGame game = MFG.discretize(
                MeanFieldGame.builder("transport")
                        .domain(Domain.interval(0, 1))
                        .horizon(1)
                        .viscosity(0)
                        .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                        .initialDensity(x -> x[0] + 0.5)
                        .targetDensity(x -> 1)
                        .build(),
                49,
                48);
        Quantity paid = new Quantity() {
            @Override
            public String name() {
                return "paid";
            }

            @Override
            public double value(DiscreteGame on, double[] u, double[] m) {
                return mean(on, u, m, 0) - mean(on, u, m, on.time().steps());
            }
        };
        ErrorBar bar = bars(game, 1e-10, newton(1e-10).solve(game), paid);

        assertThat(bar.bar() / Math.abs(bar.value() - 1.0 / 240)).isBetween(0.5, 2.0);
        assertThat(bar.byResidual()).isNaN();
    }

    /** The action of the cheapest flow is off by the square of the flow's error: of third order there, which four grids have, and the bar is that of second order. */
    @Test
    void theBarOfAQuantityOfHigherOrderIsNotFiftyTimesItsError() {
        DiscreteGame game = MFG.discretize(
                MeanFieldGame.builder("transport")
                        .domain(Domain.interval(0, 1))
                        .horizon(1)
                        .viscosity(0)
                        .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                        .initialDensity(x -> x[0] + 0.5)
                        .targetDensity(x -> 1)
                        .build(),
                65,
                64);
        ErrorBar bar = bars(game, 1e-10, newton(1e-10).solve(game), MFG.quantity("transport", game.game()));

        assertThat(bar.bar() / Math.abs(bar.value() - 1.0 / 120)).isBetween(1.0, 2.5);
        assertThat(bar.order()).isBetween(2.5, 3.5);
        assertThat(bar.isAsymptotic()).isFalse();
        assertThat(bar.extrapolated()).isNaN();
    }

    /** The edge of the full places lies between nodes, so that nothing can be extrapolated: the finer grid's value is within the bar. */
    @Test
    void barsUnderACeilingCoverTheValueOnAFinerGrid() {
        MeanFieldGame continuous = MFG.game("ceiling", Map.of());
        DiscreteGame game = MFG.discretize(continuous, 25, 24);
        Quantity variance = MFG.quantity("variance(T)", continuous);
        ErrorBar bar = bars(game, 1e-8, newton(1e-8).solve(game), variance);

        assertThat(Math.abs(bar.value() - value(continuous, variance, 36))).isLessThan(bar.bar());
        assertThat(bar.bar()).isLessThan(0.05 * bar.value());
    }

    /** Σ w m u at a time level. */
    private static double mean(DiscreteGame game, double[] u, double[] m, int level) {
        int n = game.space().size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += game.space().weight(i) * u[level * n + i] * m[level * n + i];
        }
        return sum;
    }

    @Test
    void tooFewNodesAreRefused() {
        DiscreteGame coarse = MFG.discretize(MFG.game("hopf-cole", Map.of()), 24, 32);
        assertThatThrownBy(() -> new ErrorBars(coarse, newton(1e-8), true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("nodes of axis x must be >= 25 for error bars, was 24");
        DiscreteGame short_ = MFG.discretize(MFG.game("hopf-cole", Map.of()), 33, 15);
        assertThatThrownBy(() -> new ErrorBars(short_, newton(1e-8), true))
                .hasMessage("time steps must be >= 16 for error bars, was 15");
    }

    @Test
    void theCertifiedErgodicConstantIsMetToTenDigitsFromTwoHundredNodes() {
        MeanFieldGame game = MeanFieldGame.builder("torus")
                .domain(Domain.of(Axis.periodic("x", 0, 1)))
                .forever()
                .viscosity(0.5)
                .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                .coupling(MFG.coupling("power", Map.of("lambda", 1, "gamma", 1)))
                .runningCost((t, x) -> Math.cos(2 * Math.PI * x[0]))
                .build();
        DiscreteGame discrete = MFG.discretize(
                game, MFG.discretization("crank-nicolson", Map.of()), Grid.of(game.domain(), 200), game.timeGrid(1));
        ErrorBar rho = bars(discrete, 1e-9, newton(1e-9).solve(discrete), MFG.quantity("rho", game));

        // carlostoledo1891/mfg-lab, by interval arithmetic.
        double certified = 0.9791292615988;
        assertThat(Math.abs(rho.value() - certified)).isBetween(0.5 * rho.bar(), 2 * rho.bar());
        assertThat(rho.extrapolated()).isCloseTo(certified, within(1e-9));
        assertThat(rho.order()).isCloseTo(2, within(1e-3));
    }

    @Test
    void theConstantOfTheTorusIsMetToSixDigits() {
        ErrorBar rho = torus(1, 48, "crank-nicolson");

        assertHolds(rho, 0.978402507071);
        assertThat(rho.extrapolated()).isCloseTo(0.978402507071, within(1e-6));
    }

    @Test
    @Tag("slow")
    void itIsWithLessNoise() {
        ErrorBar rho = torus(0.1, 100, "crank-nicolson");

        assertHolds(rho, 1.107293523858);
        assertThat(rho.extrapolated()).isCloseTo(1.107293523858, within(1e-6));
    }

    /** Central differences are of no use there: by upwind ones on 25 x 25 to 100 x 100 nodes, and the residual on 200 x 200. */
    @Test
    @Tag("slow")
    void itIsToFourDigitsWhereDriftOutweighsNoise() {
        ErrorBar rho = torus(0.01, 100, "upwind");

        assertHolds(rho, 1.189683417294);
        assertThat(rho.extrapolated()).isCloseTo(1.189683417294, within(1e-4));
    }

    private static ErrorBar torus(double viscosity, int nodes, String scheme) {
        MeanFieldGame game = MFG.game("ergodic-torus-2d", Map.of("viscosity", viscosity));
        DiscreteGame discrete = MFG.discretize(
                game, MFG.discretization(scheme, Map.of()), Grid.of(game.domain(), nodes), game.timeGrid(1));
        return bars(discrete, 1e-8, newton(1e-8).solve(discrete), MFG.quantity("rho", game));
    }

    /** Against a constant known by a transformed eigenproblem on 192 x 192 Fourier modes. */
    private static void assertHolds(ErrorBar rho, double known) {
        assertThat(Math.abs(rho.value() - known)).isBetween(0.5 * rho.bar(), 2 * rho.bar());
    }

    private static EquilibriumSolver newton(double tolerance) {
        return MFG.solver("newton", Map.of("tolerance", tolerance));
    }

    private static ErrorBar bars(DiscreteGame game, double tolerance, Equilibrium equilibrium, Quantity quantity) {
        return new ErrorBars(game, newton(tolerance), true)
                .of(equilibrium, List.of(quantity), Monitor.NONE)
                .get(0);
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
