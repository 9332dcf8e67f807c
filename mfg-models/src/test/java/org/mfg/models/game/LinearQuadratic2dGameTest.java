package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

class LinearQuadratic2dGameTest {
    /** Cut so far out that what is missing of the mean is round-off. */
    private final MeanFieldGame game =
            Games.of(new LinearQuadratic2dGame(), Map.of("s", 0.3, "kappa", 1.4, "half-width", 8));

    private final ExactSolution exact = game.exactSolution().orElseThrow();

    /** The cost is that of the game's own coupling with the exact density, on a grid so fine that the mean is exact. */
    @Test
    void theExactSolutionSolvesBothEquationsWithTheGamesOwnCosts() {
        Grid grid = Grid.of(game.domain(), 161);
        double t = 0.4;
        double[] cost = new double[2 * grid.size()];
        game.couplings().get(0).on(grid, new TimeGrid(t, 1)).addValue(density(grid, t), 1, 1, cost);
        EquationResiduals residuals = new EquationResiduals(game);
        Random random = new Random(5);
        for (int trial = 0; trial < 100; trial++) {
            int node = random.nextInt(grid.size());
            double[] x = new double[2];
            grid.position(node, x);
            // The dense output is good to about 1e-12; its differences to about 1e-9, for values u of size 10 and more
            // to 1e-7.
            assertThat(residuals.hamiltonJacobiBellman(t, x, cost[grid.size() + node]))
                    .isEqualTo(0, within(1e-6));
            assertThat(residuals.fokkerPlanck(t, x)).isEqualTo(0, within(1e-6));
        }
    }

    @Test
    void theTerminalCouplingOfTheExactDensityIsTheTerminalValue() {
        Grid grid = Grid.of(game.domain(), 161);
        double[] cost = new double[2 * grid.size()];
        game.terminalCouplings().get(0).on(grid, new TimeGrid(1, 1)).addValue(density(grid, 1), 1, 1, cost);
        double[] x = new double[2];
        for (int i = 0; i < grid.size(); i++) {
            grid.position(i, x);
            assertThat(cost[grid.size() + i]).isEqualTo(exact.value(1, x), within(1e-6));
        }
    }

    private double[] density(Grid grid, double t) {
        double[] m = new double[2 * grid.size()];
        double[] x = new double[2];
        for (int i = 0; i < grid.size(); i++) {
            grid.position(i, x);
            m[grid.size() + i] = exact.density(t, x);
        }
        return m;
    }
}
