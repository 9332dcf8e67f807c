package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/** Σ w m(T). */
final class EndMass implements Quantity {

    @Override
    public String name() {
        return "mass(T)";
    }

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        return game.grid().integrate(m, game.time().steps() * game.space().size());
    }

    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        int end = game.time().steps() * game.space().size();
        double[] byM = new double[m.length];
        for (int i = end; i < m.length; i++) {
            byM[i] = game.space().weight(i - end);
        }
        return Optional.of(new Gradient(new double[m.length], byM));
    }
}
