package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

class MarketTest {
    private static final Mfg MFG = Mfg.load();

    @Test
    void theInterestRateOfAiyagarisEconomyIsThatOfAShootingMethod() {
        TwoIncomes households = new TwoIncomes(0.05, 1, 2, 1.0 / 3, 1.0 / 3, 0, 5);
        double byShooting = root(0.0455, 0.047, r -> {
            double perLabour = Math.pow(0.1 / 3 / (r + 0.05), 1.5);
            return new EulerEquations(households, 2, r, 0.2 / 3 * Math.cbrt(perLabour)).wealth() - 1.5 * perLabour;
        });
        // 0.0462438: the two methods share neither equations nor grids.
        assertThat(extrapolated("aiyagari")).isCloseTo(byShooting, within(2e-6));
    }

    @Test
    void theInterestRateOfHuggettsEconomyIsThatOfAShootingMethod() {
        TwoIncomes households = new TwoIncomes(0.05, 0.1, 0.2, 1.2, 1.2, -0.15, 5);
        double byShooting = root(0.035, 0.037, r -> new EulerEquations(households, 2, r, 1).wealth());
        assertThat(extrapolated("huggett")).isCloseTo(byShooting, within(1e-5));
    }

    private static double root(double low, double high, DoubleUnaryOperator f) {
        return new BracketingNthOrderBrentSolver(0, 1e-10, 0, 5).solve(100, f::applyAsDouble, low, high);
    }

    /** The limit of the rates on three grids, each twice as fine, whose errors have a part in h and one in h². */
    private static double extrapolated(String game) {
        double coarse = rate(game, 1001);
        double middle = rate(game, 2001);
        double fine = rate(game, 4001);
        assertThat(Math.log((middle - coarse) / (fine - middle)) / Math.log(2)).isBetween(0.9, 1.1);
        return (2 * fine - middle) + ((2 * fine - middle) - (2 * middle - coarse)) / 3;
    }

    private static double rate(String game, int nodes) {
        ClearedMarket market = clear(game, nodes, Map.of());
        assertThat(market.message()).isEmpty();
        return market.parameters().real("interest-rate");
    }

    private static ClearedMarket clear(String game, int nodes, Map<String, ?> given) {
        GameProvider provider = MFG.games().provider(game);
        Parameters parameters = MFG.games().parameters(game, given);
        return new MarketClearing(
                        provider,
                        g -> MFG.discretize(g, nodes, 1),
                        MFG.solver("newton", Map.of("tolerance", 1e-12)),
                        1e-11)
                .clear(parameters, Monitor.NONE);
    }

    /** Issue 11: the rates of an independent program, to all digits that it gives. */
    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.04, 0.045, 0.047, 0.048, 0.0483})
    void anEconomyWithEmptyPlacesClearsFromEveryRate(double start) {
        ClearedMarket market =
                clear("aiyagari", 1000, Map.of("min-wealth", -0.8, "max-wealth", 20, "interest-rate", start));
        assertThat(market.message()).isEmpty();
        assertThat(market.parameters().real("interest-rate")).isCloseTo(0.047603009634, within(1e-10));
    }

    @Test
    void theSameOnACoarserGrid() {
        ClearedMarket market = clear("aiyagari", 250, Map.of("min-wealth", -0.8, "max-wealth", 20));
        assertThat(market.parameters().real("interest-rate")).isCloseTo(0.045692016613, within(1e-10));
    }

    @Test
    void householdsThatFearRiskClearTheirMarketToo() {
        ClearedMarket market = clear("aiyagari", 1000, Map.of("risk-aversion", 5, "max-wealth", 20));
        assertThat(market.message()).isEmpty();
        assertThat(market.largestExcess()).isLessThan(1e-10);
    }

    /** With incomes that hardly differ nobody saves for fear, and the rate is nearly that of time preference, 0.05. */
    @Test
    void aRateNextToThatOfTimePreferenceIsFound() {
        ClearedMarket market = clear("aiyagari", 1000, Map.of("high", 1.05));
        assertThat(market.message()).isEmpty();
        assertThat(market.parameters().real("interest-rate")).isBetween(0.0499, 0.05);
    }

    @Test
    void theSearchFindsTheSamePriceFromBothSides() {
        double fromBelow = clear("huggett", 201, Map.of("interest-rate", 0.001))
                .parameters()
                .real("interest-rate");
        double fromAbove = clear("huggett", 201, Map.of("interest-rate", 0.045))
                .parameters()
                .real("interest-rate");
        assertThat(fromBelow).isCloseTo(fromAbove, within(1e-9));
    }

    @Test
    void aMarketThatDoesNotClearSaysHowMuchIsLeft() {
        ClearedMarket market = clear("huggett", 101, Map.of("min-wealth", 0.5, "max-wealth", 5.5));
        assertThat(market.isCleared()).isFalse();
        assertThat(market.message()).contains("no interest-rate from 0.03 to nearly -0.01");
    }

    @Test
    void aGameWithoutAMarketIsRefused() {
        GameProvider tutorial = MFG.games().provider("tutorial");
        assertThatThrownBy(() -> new MarketClearing(
                        tutorial, g -> MFG.discretize(g, 10, 10), MFG.solver("newton", Map.of()), 1e-8))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("game tutorial has no market that could clear");
    }
}
