package org.mfg.solvers.market;

import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Parameters;

/**
 * What became of the search for prices.
 *
 * @param parameters the game's parameters, with the prices that were found, or the last ones tried
 * @param game the game at these prices
 * @param equilibrium its equilibrium, if there is one: that of which {@code excess} was measured
 * @param excess by condition of the market; empty where there is no equilibrium
 * @param trials all prices that were tried, in their order
 * @param message what went wrong; "" if the market clears
 */
public record ClearedMarket(
        Parameters parameters,
        DiscreteGame game,
        Equilibrium equilibrium,
        List<Double> excess,
        List<Trial> trials,
        String message) {

    /** Copies the lists. */
    public ClearedMarket {
        excess = List.copyOf(excess);
        trials = List.copyOf(trials);
    }

    /**
     * Prices that were tried.
     *
     * @param prices in the order of the market
     * @param aggregates what the market counts; empty where the game has no equilibrium
     * @param excess by condition of the market, what agents offer less what is asked for; empty where the game has no equilibrium
     * @param failure why there is none; "" if there is one
     */
    public record Trial(List<Double> prices, List<Double> aggregates, List<Double> excess, String failure) {
        /** Copies the lists. */
        public Trial {
            prices = List.copyOf(prices);
            aggregates = List.copyOf(aggregates);
            excess = List.copyOf(excess);
        }

        /** Whether the game has an equilibrium at these prices. */
        public boolean isSolved() {
            return failure.isEmpty();
        }

        /** The first price, of a market with one the price. */
        public double price() {
            return prices.get(0);
        }

        /** The excess of the first condition; not a number where the game has no equilibrium. */
        public double excessSupply() {
            return excess.isEmpty() ? Double.NaN : excess.get(0);
        }
    }

    /** Whether the market clears. */
    public boolean isCleared() {
        return message.isEmpty();
    }

    /** The crowd of the equilibrium. */
    public CrossSection crowd() {
        return CrossSection.last(game, equilibrium);
    }

    /** The largest excess of a condition, in absolute value. */
    public double largestExcess() {
        return excess.stream().mapToDouble(Math::abs).max().orElse(Double.NaN);
    }
}
