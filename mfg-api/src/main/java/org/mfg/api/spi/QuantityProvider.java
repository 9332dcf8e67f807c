package org.mfg.api.spi;

import java.util.List;
import java.util.Optional;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.quantity.Quantity;

/**
 * Knows quantities of interest. Found by {@link java.util.ServiceLoader}; needs a public constructor without arguments.
 */
public interface QuantityProvider {

    /** The quantities that the game has, in the order to list them. */
    List<Quantity> quantities(MeanFieldGame game);

    /**
     * The quantity that a text means: one of {@link #quantities} by its name, unless overridden, as for formulas.
     *
     * @throws org.mfg.api.InvalidInputException if the text means one of these, but cannot be read
     */
    default Optional<Quantity> find(String text, MeanFieldGame game) {
        return quantities(game).stream().filter(q -> q.name().equals(text)).findFirst();
    }

    /** How to write a quantity that is not in the list, in a few words; "" where there is none. */
    default String syntax() {
        return "";
    }
}
