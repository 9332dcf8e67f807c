package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

class LinearQuadraticGameTest {
    private static final double KAPPA = 1.3;

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0, 0.4, 1, 1.2})
    void theExactSolutionSolvesBothEquationsAtRandomPoints(double s) {
        MeanFieldGame game = game(s);
        LinearQuadraticSolution exact =
                (LinearQuadraticSolution) game.exactSolution().orElseThrow();
        EquationResiduals residuals = new EquationResiduals(game);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            double t = 0.1 + 0.8 * random.nextDouble();
            double[] x = {-1 + 3 * random.nextDouble()};
            double distance = x[0] - s * exact.mean(t);
            // The dense output is good to about 1e-12; its differences to about 1e-9.
            assertThat(residuals.hamiltonJacobiBellman(t, x, 0.5 * KAPPA * distance * distance))
                    .isEqualTo(0, within(1e-7));
            assertThat(residuals.fokkerPlanck(t, x)).isEqualTo(0, within(1e-7));
        }
    }

    @Test
    void theCouplingsOfTheExactDensityAreTheCostsOfTheEquations() {
        MeanFieldGame game = game(0.4);
        LinearQuadraticSolution exact =
                (LinearQuadraticSolution) game.exactSolution().orElseThrow();
        Grid grid = Grid.of(game.domain(), 401);
        double[] cost = cost(game.couplings().get(0), grid, exact);
        double[] terminal = cost(game.terminalCouplings().get(0), grid, exact);
        for (int i = 0; i < grid.size(); i++) {
            double x = grid.coordinate(i, 0);
            double distance = x - 0.4 * exact.mean(1);
            assertThat(cost[i]).isEqualTo(0.5 * KAPPA * distance * distance, within(1e-6));
            assertThat(terminal[i]).isEqualTo(exact.value(1, new double[] {x}), within(1e-6));
        }
    }

    @Test
    void theInitialDensityIsTheGivenNormalDensity() {
        ExactSolution exact = game(0.4).exactSolution().orElseThrow();
        assertThat(exact.density(0, new double[] {0.8})).isEqualTo(1 / (0.5 * Math.sqrt(2 * Math.PI)), within(1e-12));
    }

    @Test
    void theFeedbackWithoutACrowdIsTheHyperbolicTangentOfTheRegulatorProblem() {
        MeanFieldGame game = Games.of(
                new LinearQuadraticGame(),
                Map.of("kappa", 4, "s", 0, "kappa-terminal", 0, "s-terminal", 0, "horizon", 0.7));
        ExactSolution exact = game.exactSolution().orElseThrow();
        double u1 = exact.value(0.2, new double[] {1});
        double u0 = exact.value(0.2, new double[] {0});
        assertThat(2 * (u1 - u0)).isEqualTo(2 * Math.tanh(2 * 0.5), within(1e-11));
    }

    @Test
    void theLineIsCutHalfWidthDeviationsBeyondTheMeanAtAllTimes() {
        MeanFieldGame game = game(0.4);
        LinearQuadraticSolution exact =
                (LinearQuadraticSolution) game.exactSolution().orElseThrow();
        Axis axis = game.domain().axis(0);
        for (double t = 0; t <= 1; t += 0.01) {
            assertThat(exact.mean(t) + 6 * exact.deviation(t)).isLessThan(axis.upper() + 1e-3);
            assertThat(exact.mean(t) - 6 * exact.deviation(t)).isGreaterThan(axis.lower() - 1e-3);
        }
    }

    @Test
    void imitationThatLeavesNoEquilibriumIsRefused() {
        assertThatThrownBy(() -> Games.of(new LinearQuadraticGame(), Map.of("s", 20, "horizon", 5)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("horizon must be so short that the linear-quadratic game has an equilibrium");
    }

    private static double[] cost(org.mfg.api.coupling.Coupling coupling, Grid grid, ExactSolution exact) {
        int n = grid.size();
        double[] m = new double[2 * n];
        for (int i = 0; i < n; i++) {
            m[n + i] = exact.density(1, new double[] {grid.coordinate(i, 0)});
        }
        double[] out = new double[2 * n];
        coupling.on(grid, new TimeGrid(1, 1)).addValue(m, 1, 1, out);
        return Arrays.copyOfRange(out, n, 2 * n);
    }

    private static MeanFieldGame game(double s) {
        return Games.of(
                new LinearQuadraticGame(),
                Map.of("kappa", KAPPA, "s", s, "kappa-terminal", 0.7, "s-terminal", 0.3, "mu0", 0.8, "sigma0", 0.5));
    }
}
