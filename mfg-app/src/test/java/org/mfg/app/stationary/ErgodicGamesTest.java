package org.mfg.app.stationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.cost.PriceOfAnarchy;

/** Ergodic games against their closed forms, against each other by other methods, and against long games. */
class ErgodicGamesTest {
    private static final Mfg MFG = Mfg.load();

    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.1, 0", "0.1, -0.1", "0.5, 1", "0.5, 0", "0.5, -0.1"})
    void theErgodicConstantIsRightToAThousandthOn200NodesBySecondOrder(double viscosity, double theta) {
        MeanFieldGame game = potential(viscosity, theta);
        assertThat(Math.abs(error(game, "crank-nicolson", 200))).isLessThan(1e-3);
    }

    /** The upwind scheme's numerical viscosity is ½ h |H_p|: here its error on 200 nodes is 2e-3 to 7e-3. */
    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.1, 0", "0.1, -0.1", "0.5, 1", "0.5, 0", "0.5, -0.1"})
    void theErrorOfTheErgodicConstantFallsAtTheSchemesOrder(double viscosity, double theta) {
        MeanFieldGame game = potential(viscosity, theta);
        assertThat(order(game, "upwind")).isGreaterThan(0.9);
        assertThat(order(game, "crank-nicolson")).isGreaterThan(1.8);
    }

    /** Three doublings from 50 nodes; the order of the last. */
    private static double order(MeanFieldGame game, String scheme) {
        return Math.log(error(game, scheme, 200) / error(game, scheme, 400)) / Math.log(2);
    }

    private static double error(MeanFieldGame game, String scheme, int nodes) {
        ExactSolution exact = game.exactSolution().orElseThrow();
        double[] origin = new double[game.domain().dimension()];
        double constant = exact.value(0, origin) - exact.value(1, origin);
        return solve(discrete(game, scheme, nodes), "newton").constant() - constant;
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy-iteration", "anderson", "picard", "fictitious-play"})
    void everySolverFindsTheSameErgodicConstant(String solver) {
        MeanFieldGame game = potential(0.5, 0.2);
        DiscreteGame discrete = discrete(game, "upwind", 60);
        StationaryEquilibrium newton = solve(discrete, "newton");
        StationaryEquilibrium other = solve(discrete, solver);
        assertThat(other.constant()).isCloseTo(newton.constant(), within(1e-7));
        assertThat(other.m()).containsExactly(newton.m(), within(1e-6));
    }

    /**
     * The turnpike (Cardaliaguet, Lasry, Lions and Porretta 2012): in the middle of a long game the crowd is the stationary one, and
     * the value falls by ρ per unit of time. The implicit scheme's steady state is the stationary scheme itself, so that the
     * two agree to far more than the scheme's own error. What the ends cost is bounded, so u(0)/T → ρ like 1/T.
     */
    @ParameterizedTest
    @CsvSource({"periodic, upwind", "no-flux, upwind"})
    void aLongGameSpendsItsTimeAtTheErgodicEquilibrium(String sides, String scheme) {
        MeanFieldGame ergodic = MFG.game("ergodic-potential", Map.of("viscosity", 0.1, "theta", 0.5, "sides", sides));
        int n = 60;
        StationaryEquilibrium stationary = solve(discrete(ergodic, scheme, n), "newton");
        double before = Double.NaN;
        for (int horizon : new int[] {5, 10, 20}) {
            MeanFieldGame game = ergodic.toBuilder()
                    .horizon(horizon)
                    .terminalCost(x -> 0.5 * Math.cos(2 * Math.PI * x[0]))
                    .initialDensity(x -> 1 + 0.5 * Math.cos(2 * Math.PI * x[0]))
                    .build();
            int steps = 10 * horizon;
            Equilibrium e = MFG.solve(game, n, steps);
            assertThat(e.isConverged()).isTrue();
            double distance = Math.abs(e.u()[0] / horizon - stationary.constant());
            assertThat(distance).isLessThan(Double.isNaN(before) ? 1 : 0.55 * before);
            before = distance;
            if (horizon == 20) {
                int middle = steps / 2;
                for (int i = 0; i < n; i++) {
                    double fall = 10 * (e.u()[middle * n + i] - e.u()[(middle + 1) * n + i]);
                    assertThat(fall).isCloseTo(stationary.constant(), within(1e-6));
                    assertThat(e.m()[middle * n + i]).isCloseTo(stationary.m()[i], within(1e-6));
                }
            }
        }
        assertThat(before).isLessThan(0.05);
    }

    /** A sum over the axes: the constant and, but for normalisation, the fields of the plane are those of the line. */
    @Test
    void theGameInThePlaneIsMadeOfTwoOnTheLine() {
        StationaryEquilibrium line = solve(discrete(potential(0.1, 1), "upwind", 32), "newton");
        MeanFieldGame plane = MFG.game("ergodic-potential-2d", Map.of());
        StationaryEquilibrium square = solve(discrete(plane, "upwind", 32), "newton");
        assertThat(square.constant()).isCloseTo(2 * line.constant(), within(1e-6));
        for (int i = 0; i < 32; i++) {
            for (int j = 0; j < 32; j++) {
                assertThat(square.m()[32 * i + j]).isCloseTo(line.m()[i] * line.m()[j], within(1e-5));
                assertThat(square.u()[32 * i + j]).isCloseTo(line.u()[i] + line.u()[j], within(1e-6));
            }
        }
    }

    /**
     * The experiment of Achdou and Capuzzo-Dolcetta with a logarithm: for |p|² the value is a sum over the axes and the density
     * a product, on the grid too, so that the game in the plane is made of two others on the line.
     */
    @Test
    void theTorusGameWithALogarithmIsMadeOfTwoOnTheLine() {
        MeanFieldGame torus = MFG.game("ergodic-torus-2d", Map.of("coupling", "log"));
        StationaryEquilibrium square = solve(discrete(torus, "upwind", 24), "newton");
        StationaryEquilibrium alongX =
                solve(discrete(line(s -> -Math.sin(s) - Math.cos(2 * s)), "upwind", 24), "newton");
        StationaryEquilibrium alongY = solve(discrete(line(s -> -Math.sin(s)), "upwind", 24), "newton");
        assertThat(square.constant()).isCloseTo(alongX.constant() + alongY.constant(), within(1e-6));
        for (int i = 0; i < 24; i++) {
            for (int j = 0; j < 24; j++) {
                assertThat(square.m()[24 * i + j]).isCloseTo(alongX.m()[i] * alongY.m()[j], within(1e-5));
            }
        }
    }

    /** |p|² and log m on the circle, and a cost of the angle. */
    private static MeanFieldGame line(DoubleUnaryOperator cost) {
        return MeanFieldGame.builder("line")
                .forever()
                .domain(Domain.of(Axis.periodic("x", 0, 1)))
                .viscosity(0.1)
                .hamiltonian(MFG.hamiltonian("quadratic", Map.of("cost", 0.5)))
                .coupling(MFG.coupling("log", Map.of()))
                .runningCost((t, x) -> cost.applyAsDouble(2 * Math.PI * x[0]))
                .build();
    }

    /** The cost is the same at (1/2 - x, y) and at (x, 1/2 - y); the densest places are where it is least, at y = 1/4. */
    @Test
    void theTorusGameIsAsSymmetricAsItsCost() {
        StationaryEquilibrium e = solve(discrete(MFG.game("ergodic-torus-2d", Map.of()), "upwind", 20), "newton");
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                double m = e.m()[20 * i + j];
                assertThat(e.m()[20 * ((30 - i) % 20) + j]).isCloseTo(m, within(1e-6));
                assertThat(e.m()[20 * i + (30 - j) % 20]).isCloseTo(m, within(1e-6));
                assertThat(m).isLessThanOrEqualTo(e.m()[20 * i + 5] + 1e-9);
            }
        }
    }

    /** A game with a horizon, of any dimension and coupling, goes on for ever; viscous enough for policy iteration too. */
    @ParameterizedTest
    @ValueSource(strings = {"crowd-aversion", "tutorial-2d", "kernel-2d", "ergodic-torus-2d"})
    void aGameWithAHorizonHasALongRun(String name) {
        MeanFieldGame game =
                MFG.game(name, Map.of()).toBuilder().forever().viscosity(0.2).build();
        DiscreteGame discrete = discrete(game, "upwind", 24);
        StationaryEquilibrium newton = solve(discrete, "newton");
        StationaryEquilibrium policies = solve(discrete, "policy-iteration");
        assertThat(policies.constant()).isCloseTo(newton.constant(), within(1e-6));
    }

    /** Howard's iteration from a poor policy diverges here: policies hardly mix the crowd. Time steps lead it to a good one first. */
    @Test
    void aSmallViscosityIsMasteredByNewton() {
        MeanFieldGame game =
                MFG.game("kernel-2d", Map.of()).toBuilder().forever().build();
        DiscreteGame discrete = discrete(game, "upwind", 24);
        StationaryEquilibrium found = solve(discrete, "newton");
        double[] best = new double[discrete.size()];
        double[] m = new double[discrete.size()];
        System.arraycopy(found.m(), 0, m, found.m().length, found.m().length);
        discrete.backward(m, best);
        assertThat(best[0] - best[found.m().length]).isCloseTo(found.constant(), within(1e-7));
    }

    /** Agents who avoid the crowd pay ρ on average; a planner has them pay less. */
    @Test
    void aPlannerLowersTheAverageCost() {
        MeanFieldGame game = MeanFieldGame.builder("crowd")
                .forever()
                .domain(Domain.interval(0, 1))
                .viscosity(0.1)
                .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                .coupling(MFG.coupling("power", Map.of("lambda", 1, "gamma", 2)))
                .runningCost((t, x) -> 0.5 * Math.cos(Math.PI * x[0]))
                .build();
        DiscreteGame discrete = discrete(game, "upwind", 60);
        PriceOfAnarchy price = PriceOfAnarchy.of(discrete, MFG.solver("newton", Map.of()), Monitor.NONE);
        assertThat(price.isConverged()).isTrue();
        double average = StationaryEquilibrium.of(price.game()).constant();
        assertThat(price.gameCost()).isCloseTo(average, within(1e-8));
        assertThat(price.plannerCost()).isLessThan(average - 1e-3);
    }

    private static MeanFieldGame potential(double viscosity, double theta) {
        return MFG.game("ergodic-potential", Map.of("viscosity", viscosity, "theta", theta));
    }

    private static DiscreteGame discrete(MeanFieldGame game, String scheme, int nodes) {
        return MFG.discretization(scheme, Map.of()).discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(1));
    }

    private static StationaryEquilibrium solve(DiscreteGame game, String solver) {
        Equilibrium equilibrium = MFG.solver(solver, Map.of()).solve(game);
        assertThat(equilibrium.isConverged())
                .as(solver + ": " + equilibrium.message())
                .isTrue();
        return StationaryEquilibrium.of(equilibrium);
    }
}
