package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
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
        // The dense output is good to about 1e-12; its differences to about 1e-9, for values u of size 10 and more
        // to 1e-7.
        EquationResiduals.assertSolvedInThePlane(game, 0.4, 1e-6);
    }

    @Test
    void theTerminalCouplingOfTheExactDensityIsTheTerminalValue() {
        Grid grid = Grid.of(game.domain(), 161);
        double[] cost = new double[2 * grid.size()];
        game.terminalCouplings()
                .get(0)
                .on(grid, new TimeGrid(1, 1))
                .addValue(EquationResiduals.density(game, grid, 1), 1, 1, cost);
        double[] x = new double[2];
        for (int i = 0; i < grid.size(); i++) {
            grid.position(i, x);
            assertThat(cost[grid.size() + i]).isEqualTo(exact.value(1, x), within(1e-6));
        }
    }
}
