package org.mfg.app.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.GameProvider;
import org.mfg.app.study.Choice;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.solvers.sensitivity.ClearedTangent;
import org.mfg.solvers.sensitivity.MarketResponse;
import org.mfg.solvers.sensitivity.Sensitivity;

/** Prices that go on clearing a market, against markets that are cleared again. */
class MarketResponseTest {
    /** Of a parameter; prices are found to 1e-12. */
    private static final double STEP = 1e-4;

    private static Outcome clear(Study study) {
        Cleared cleared = Cleared.of(study, 1e-13, Monitor.NONE);
        assertThat(cleared.market().isCleared()).isTrue();
        return cleared.outcome();
    }

    private static Study study(String game) {
        GameProvider provider = PackagedGames.MFG.games().provider(game);
        return Study.of(
                PackagedGames.MFG,
                provider,
                new Study.Request(
                        Map.of(),
                        new GridChoice(Map.of(0, 200), OptionalInt.empty(), OptionalDouble.empty()),
                        new Choice("upwind", Map.of()),
                        new Choice("newton", Map.of("tolerance", 1e-13))));
    }

    @ParameterizedTest
    @CsvSource({
        "aiyagari, tfp, 1e-6",
        "aiyagari, discount, 1e-6",
        "aiyagari, depreciation, 1e-6",
        // Nodes move across the place where nobody saves, a kink of the scheme, within the difference of residuals.
        "aiyagari, max-wealth, 2e-5",
        "huggett, discount, 1e-6",
        "huggett, risk-aversion, 1e-6",
        "huggett, rate-up, 1e-6"
    })
    void pricesAndQuantitiesMoveAsThoseOfMarketsThatAreClearedAgain(String game, String parameter, double tolerance) {
        Study asked = study(game);
        Outcome at = clear(asked);
        Study study = at.study();
        Quantity cost = PackagedGames.MFG.quantity("cost", study.discreteGame().game());
        MarketResponse response = new MarketResponse(
                Sensitivity.of(study.discreteGame(), at.equilibrium()),
                at.equilibrium(),
                study.market(),
                study.parameters(),
                study::discreteGame);
        ClearedTangent tangent = response.tangent(parameter);

        double theta = study.parameters().real(parameter);
        double step = STEP * theta;
        Outcome above = clear(asked.with(asked.parameters().with(parameter, theta + step)));
        Outcome below = clear(asked.with(asked.parameters().with(parameter, theta - step)));
        String price = study.market().prices().get(0);
        near(tangent.prices()[0], price(above, price), price(below, price), step, tolerance);
        near(tangent.aggregates()[0], counted(above), counted(below), step, tolerance);
        near(tangent.of(cost), value(cost, above), value(cost, below), step, tolerance);
        // What the market has too much of stays 0.
        assertThatThrownBy(() -> response.tangent(price))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must not be prices");
    }

    /** The difference is off by the square of the step, 1e-8 of ordinary third derivatives, and by what prices are off over the step, 1e-12/1e-5. */
    private static void near(double derivative, double above, double below, double step, double tolerance) {
        double difference = (above - below) / (2 * step);
        assertThat(derivative).isCloseTo(difference, within(tolerance * Math.max(1e-3, Math.abs(difference))));
    }

    private static double price(Outcome outcome, String price) {
        return outcome.study().parameters().real(price);
    }

    private static double counted(Outcome outcome) {
        return outcome.study()
                .market()
                .count(
                        outcome.study().parameters(),
                        outcome.market().orElseThrow().crowd())[0];
    }

    private static double value(Quantity quantity, Outcome outcome) {
        return quantity.value(
                outcome.study().discreteGame(),
                outcome.equilibrium().u(),
                outcome.equilibrium().m());
    }
}
