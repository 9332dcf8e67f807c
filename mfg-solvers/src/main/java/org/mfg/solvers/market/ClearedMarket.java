package org.mfg.solvers.market;

import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Parameters;

/**
 * What became of the search for a price.
 *
 * @param parameters the game's parameters, with the price that was found, or the last one tried
 * @param game the game at that price
 * @param equilibrium its equilibrium, if there is one: that of which {@code excessSupply} was measured
 * @param excessSupply what agents offer there less what is asked for; not a number where there is no equilibrium
 * @param trials all prices that were tried, in their order
 * @param message what went wrong; "" if the market clears
 */
public record ClearedMarket(
        Parameters parameters,
        DiscreteGame game,
        Equilibrium equilibrium,
        double excessSupply,
        List<Trial> trials,
        String message) {

    /** Copies the trials. */
    public ClearedMarket {
        trials = List.copyOf(trials);
    }

    /**
     * A price that was tried.
     *
     * @param price the price
     * @param excessSupply what agents offer less what is asked for; not a number where the game has no equilibrium
     * @param failure why there is none; "" if there is one
     */
    public record Trial(double price, double excessSupply, String failure) {
        /** Whether the game has an equilibrium at this price. */
        public boolean isSolved() {
            return failure.isEmpty();
        }
    }

    /** Whether the market clears. */
    public boolean isCleared() {
        return message.isEmpty();
    }
}
