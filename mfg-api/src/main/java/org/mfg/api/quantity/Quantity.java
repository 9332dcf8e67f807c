package org.mfg.api.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;

/**
 * A number that is asked of an equilibrium: a column of a sweep's table, what a sensitivity is of. A function J(u, m) of both fields; it may depend
 * on the game besides. Found by name through an {@link org.mfg.api.spi.QuantityProvider}.
 */
public interface Quantity {

    /** The name users write, for example {@code mean(T)}. */
    String name();

    /** The unit, or "" where it has none. */
    default String unit() {
        return "";
    }

    /**
     * Its value.
     *
     * @param u the value function, a field
     * @param m the population that plays it, a field
     */
    double value(DiscreteGame game, double[] u, double[] m);

    /**
     * Its derivative in both fields at an equilibrium. Empty unless overridden: then it is known along a direction only, by a difference of
     * values, and a sensitivity to many parameters takes a linear solve for each.
     */
    default Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        return Optional.empty();
    }
}
