package org.mfg.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldControl;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.Mfg;

/** The planner of a game whose coupling reads several time levels. */
class TradeCrowdingPlannerTest {
    private static final Mfg MFG = Mfg.load();

    /**
     * The crowd's impact costs all ½ α (E0² - E(T)²), so the planner's mean is that of a trader alone who pays A - ½ α for what is left,
     * 2κE'(T) + (2A - α) E(T) = 0. The distance to it halves with the grid, and is a small part of that to the game's.
     */
    @ParameterizedTest
    @ValueSource(strings = {"upwind", "crank-nicolson"})
    void thePlannersMeanIsThatOfATraderAloneWhoPaysLessForWhatIsLeft(String scheme) {
        MeanFieldGame game = MFG.game("trade-crowding", Map.of("alpha", 2, "penalty", 2));
        ExactSolution alone = MFG.game("trade-crowding", Map.of("alpha", 0, "penalty", 1))
                .exactSolution()
                .orElseThrow();
        double coarse = distance(MeanFieldControl.of(game), scheme, 101, 50, alone);
        double fine = distance(MeanFieldControl.of(game), scheme, 201, 100, alone);

        assertThat(fine / coarse).isEqualTo(0.5, within(0.05));
        assertThat(distance(game, scheme, 201, 100, alone)).isGreaterThan(10 * fine);
    }

    /** The largest distance over time of the mean inventories. */
    private static double distance(MeanFieldGame game, String scheme, int nodes, int steps, ExactSolution exact) {
        Equilibrium e = MFG.solver("newton", Map.of())
                .solve(MFG.discretization(scheme, Map.of())
                        .discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(steps)));
        assertThat(e.isConverged()).isTrue();
        double largest = 0;
        for (int j = 0; j <= steps; j++) {
            double mean = 0;
            for (int i = 0; i < nodes; i++) {
                double q = e.grid().coordinate(i, 0);
                double density = exact.density(e.time().time(j), new double[] {q});
                mean += e.grid().weight(i) * q * (e.m()[j * nodes + i] - density);
            }
            largest = Math.max(largest, Math.abs(mean));
        }
        return largest;
    }
}
