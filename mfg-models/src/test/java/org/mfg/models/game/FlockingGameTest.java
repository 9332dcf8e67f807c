package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;

class FlockingGameTest {
    private static final double KAPPA = 1.7;

    /** Cut so far out that what is missing of the mean is round-off. */
    private final MeanFieldGame game =
            Games.of(new FlockingGame(), Map.of("kappa", KAPPA, "groups", 3, "half-width", 8, "mean-y", -0.3));

    private final FlockingSolution exact =
            (FlockingSolution) game.exactSolution().orElseThrow();

    /** The cost is that of the game's own coupling with the exact density, on a grid so fine that the mean is exact. */
    @Test
    void theExactSolutionSolvesBothEquationsWithTheGamesOwnCost() {
        // Differences of fourth order over 2e-3 of values u up to about 30.
        EquationResiduals.assertSolvedInThePlane(game, 0.8, 1e-6);
    }

    @Test
    void nothingIsDueAtTheEndAndTheGroupsStartWhereTheyShould() {
        double[] v = {0.3, 1.1};
        assertThat(exact.value(2, v)).isZero();
        assertThat(exact.deviation(0)).isEqualTo(0.4);
        assertThat(exact.mean(0, 0, 0)).isEqualTo(1, within(1e-12));
        assertThat(exact.mean(0, 1, 0)).isEqualTo(1.2, within(1e-12));
        assertThat(exact.mean(1)).isEqualTo(-0.3, within(1e-12));
    }

    /** A group's mean follows the feedback, d' = -∂u/∂v along it, by the rule of Simpson over each of many steps. */
    @Test
    void eachGroupFollowsTheFeedback() {
        int steps = 100;
        double h = 2.0 / steps;
        double log = 0;
        for (int j = 0; j < steps; j++) {
            log -= h * (slope(j * h) + 4 * slope((j + 0.5) * h) + slope((j + 1) * h)) / 6;
        }
        assertThat(exact.mean(0, 1, 2) - exact.mean(1)).isEqualTo(1.5 * Math.exp(log), within(1e-9));
    }

    /** The slope of the value function a unit of velocity away from the mean. */
    private double slope(double t) {
        double x = exact.mean(0) + 1;
        double y = exact.mean(1);
        return (exact.value(t, new double[] {x + 1e-4, y}) - exact.value(t, new double[] {x - 1e-4, y})) / 2e-4;
    }

    @Test
    void aHorizonThatIsTooLongForTheClosedFormIsRefused() {
        assertThatThrownBy(() -> Games.of(new FlockingGame(), Map.of("horizon", 200, "kappa", 4)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("horizon must be at most 300.0/sqrt(kappa), was 200.0");
    }
}
