package org.mfg.app.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.app.study.Outcome;
import org.mfg.solvers.market.MarketClearing;

/**
 * A number that is told of every equilibrium of a sweep.
 *
 * @param name its name
 * @param measure its value
 * @param quantity that it is the value of; null for what a market tells
 * @param hasBar whether it is worth an error bar: an excess is 0 but for the tolerance
 */
public record Column(String name, Measure measure, @Nullable Quantity quantity, boolean hasBar) {

    /** What its value is for an equilibrium. */
    @FunctionalInterface
    public interface Measure {
        /** Its value. */
        double of(Outcome outcome);
    }

    /** A quantity of interest. */
    public static Column of(Quantity quantity) {
        return new Column(
                quantity.name(),
                outcome -> quantity.value(
                        outcome.study().discreteGame(),
                        outcome.equilibrium().u(),
                        outcome.equilibrium().m()),
                quantity,
                true);
    }

    /**
     * What there is to tell of a market that clears: its prices, the excess of each condition, and its aggregates.
     *
     * @throws org.mfg.api.InvalidInputException if the game has none
     */
    public static List<Column> ofMarket(GameProvider game) {
        Market market = MarketClearing.marketOf(game);
        List<Column> columns = new ArrayList<>();
        market.prices()
                .forEach(price -> columns.add(new Column(
                        price, outcome -> outcome.study().parameters().real(price), null, true)));
        for (int k = 0; k < market.conditions().size(); k++) {
            int condition = k;
            String name = "excess-" + market.conditions().get(k).replace(' ', '-');
            columns.add(new Column(
                    name,
                    outcome -> market.excess(outcome.study().parameters(), crowd(outcome))[condition],
                    null,
                    false));
        }
        Parameters defaults = Parameters.of(game.name(), game.parameters(), Map.of());
        for (int k = 0; k < market.aggregates(defaults).size(); k++) {
            int number = k;
            String name = market.aggregates(defaults).get(k).name().replace(' ', '-');
            columns.add(new Column(
                    name,
                    outcome -> crowd(outcome)
                            .aggregate(market.aggregates(outcome.study().parameters())
                                    .get(number)),
                    null,
                    true));
        }
        return columns;
    }

    private static CrossSection crowd(Outcome outcome) {
        return CrossSection.last(outcome.study().discreteGame(), outcome.equilibrium());
    }
}
