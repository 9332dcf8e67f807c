package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;

class TradeCrowdingGameTest {
    private static final double KAPPA = 0.4;

    @ParameterizedTest
    @CsvSource({"0.8, 0.5, 1.5", "0, 0.5, 1.5", "0.8, 0, 1.5", "0.8, 0.5, 0", "0, 0, 1.5", "0, 0, 0"})
    void theExactSolutionSolvesBothEquations(double alpha, double phi, double penalty) {
        MeanFieldGame game = game(alpha, phi, penalty);
        TradeCrowdingSolution exact = exact(game);
        EquationResiduals residuals = new EquationResiduals(game, 1 / (2 * KAPPA));
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            double t = 0.1 + 0.8 * random.nextDouble();
            double[] q = {-1 + 3 * random.nextDouble()};
            double speed = (exact.mean(t + 1e-5) - exact.mean(t - 1e-5)) / 2e-5;
            double cost = phi * q[0] * q[0] - alpha * q[0] * speed;
            // Differences of fourth order over 2e-3 of functions with rates up to about 10.
            assertThat(residuals.hamiltonJacobiBellman(t, q, cost)).isEqualTo(0, within(1e-6));
            assertThat(residuals.fokkerPlanck(t, q)).isEqualTo(0, within(1e-6));
        }
    }

    @Test
    void theSolutionBeginsAndEndsAsTheGameSays() {
        MeanFieldGame game = game(0.8, 0.5, 1.5);
        TradeCrowdingSolution exact = exact(game);
        for (double q : new double[] {-0.5, 0, 1.2}) {
            assertThat(exact.value(1, new double[] {q})).isEqualTo(1.5 * q * q, within(1e-12));
        }
        assertThat(exact.mean(0)).isEqualTo(1);
        assertThat(exact.deviation(0)).isEqualTo(0.3, within(1e-12));
    }

    /** Almgren and Chriss (2000): nobody moves the price and nothing may be left: q = q0 sinh(r (T - t))/sinh(r T). */
    @Test
    void aTraderAloneWhoMustSellAllFollowsAlmgrenAndChriss() {
        TradeCrowdingSolution exact = exact(game(0, 0.5, 1e9));
        double rate = Math.sqrt(0.5 / KAPPA);
        for (double t : new double[] {0.2, 0.5, 0.9}) {
            assertThat(exact.mean(t)).isEqualTo(Math.sinh(rate * (1 - t)) / Math.sinh(rate), within(1e-8));
        }
    }

    @Test
    void aCrowdSellsEarlierThanATraderAlone() {
        TradeCrowdingSolution alone = exact(game(0, 0.5, 1.5));
        TradeCrowdingSolution crowd = exact(game(0.8, 0.5, 1.5));
        for (double t : new double[] {0.2, 0.5, 1}) {
            assertThat(crowd.mean(t)).isLessThan(alone.mean(t));
        }
        assertThat(crowd.meanSpeed(0)).isLessThan(alone.meanSpeed(0));
    }

    @Test
    void aHorizonThatIsTooLongForTheClosedFormIsRefused() {
        assertThatThrownBy(() -> Games.of(new TradeCrowdingGame(), Map.of("horizon", 1000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("horizon must be shorter than");
    }

    private static TradeCrowdingSolution exact(MeanFieldGame game) {
        return (TradeCrowdingSolution) game.exactSolution().orElseThrow();
    }

    private static MeanFieldGame game(double alpha, double phi, double penalty) {
        return Games.of(
                new TradeCrowdingGame(),
                Map.of("alpha", alpha, "phi", phi, "penalty", penalty, "kappa", KAPPA, "viscosity", 0.1));
    }
}
