package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/** The largest value of m(T); its derivative is that of the first node that has it. */
final class EndMaximum implements Quantity {

    @Override
    public String name() {
        return "max(T)";
    }

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        return m[largest(game, m)];
    }

    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        double[] byM = new double[m.length];
        byM[largest(game, m)] = 1;
        return Optional.of(new Gradient(new double[m.length], byM));
    }

    private static int largest(DiscreteGame game, double[] m) {
        int largest = game.time().steps() * game.space().size();
        for (int i = largest + 1; i < m.length; i++) {
            largest = m[i] > m[largest] ? i : largest;
        }
        return largest;
    }
}
