package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;

/** The games away from reflecting walls: a torus and an exit. */
class BoundariesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theTorusIsPeriodicAndItsDataTakeTheSameValuesAtBothEnds(int dimension) {
        MeanFieldGame game = Games.of(new CrowdAversionGame(), Map.of("dimension", dimension));
        assertThat(game.domain().axes()).hasSize(dimension).allMatch(Axis::isPeriodic);
        double[] lower = new double[dimension];
        double[] upper = new double[dimension];
        Arrays.fill(upper, 1);
        assertThat(game.runningCost().at(0, upper)).isEqualTo(game.runningCost().at(0, lower), within(1e-14));
        assertThat(game.initialDensity().at(upper))
                .isEqualTo(game.initialDensity().at(lower), within(1e-14));
    }

    @Test
    void thePleasantPlaceOfTheTorusIsFreeAndTheWorstCostsTheDepth() {
        MeanFieldGame game = Games.of(new CrowdAversionGame(), Map.of("attraction", 0.4, "depth", 3));
        assertThat(game.runningCost().at(0, new double[] {0.4})).isEqualTo(0, within(1e-15));
        assertThat(game.runningCost().at(0, new double[] {0.9})).isEqualTo(3, within(1e-15));
    }

    @Test
    void theCorridorHasAWallAndAnExitWhereTheFinalCostMeetsTheExitCost() {
        MeanFieldGame game = Games.of(new ExitCorridorGame(), Map.of("length", 4, "exit-cost", 0.25));
        Axis axis = game.domain().axis(0);
        assertThat(axis.lowerBoundary()).isEqualTo(Boundary.noFlux());
        assertThat(axis.upperBoundary()).isEqualTo(Boundary.exit(0.25));
        assertThat(game.terminalCost().at(new double[] {axis.upper()})).isEqualTo(0.25);
        assertThat(game.terminalCost().at(new double[] {0})).isEqualTo(0.25 + 2 * 4);
    }
}
