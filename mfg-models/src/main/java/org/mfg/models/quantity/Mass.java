package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/**
 * Σ w m(t).
 *
 * @param name its name
 * @param at the time
 */
record Mass(String name, Snapshot at) implements Quantity {

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        return game.grid().integrate(at.of(game, m), 0);
    }

    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        return Optional.of(new Gradient(
                new double[m.length], at.transposed(game, game.grid().weights())));
    }
}
