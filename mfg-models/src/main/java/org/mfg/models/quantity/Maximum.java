package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/**
 * The largest value of m(t); its derivative is that of the first node that has it.
 *
 * @param name its name
 * @param at the time
 */
record Maximum(String name, Snapshot at) implements Quantity {

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        double[] density = at.of(game, m);
        return density[largest(density)];
    }

    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        double[] byDensity = new double[game.space().size()];
        byDensity[largest(at.of(game, m))] = 1;
        return Optional.of(new Gradient(new double[m.length], at.transposed(game, byDensity)));
    }

    private static int largest(double[] density) {
        int largest = 0;
        for (int i = 1; i < density.length; i++) {
            largest = density[i] > density[largest] ? i : largest;
        }
        return largest;
    }
}
