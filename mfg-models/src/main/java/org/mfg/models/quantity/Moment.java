package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/**
 * The mean μ or the variance of a coordinate at a time, ⟨f⟩/⟨1⟩ with f = x or (x - μ)². The derivative in m is w (f - ⟨f⟩/⟨1⟩)/⟨1⟩ for both: the
 * variance does not change with μ.
 *
 * @param name its name
 * @param at the time
 * @param axis which coordinate
 * @param isVariance whether it is the variance
 */
record Moment(String name, Snapshot at, int axis, boolean isVariance) implements Quantity {

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        return value(game, at.of(game, m));
    }

    private double value(DiscreteGame game, double[] density) {
        double mean = average(game, density, 0, false);
        return isVariance ? average(game, density, mean, true) : mean;
    }

    private double average(DiscreteGame game, double[] density, double center, boolean isSquared) {
        double sum = 0;
        for (int i = 0; i < density.length; i++) {
            double away = game.grid().coordinate(i, axis) - center;
            sum += game.space().weight(i) * density[i] * (isSquared ? away * away : away);
        }
        return sum / game.grid().integrate(density, 0);
    }

    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        double[] density = at.of(game, m);
        double mass = game.grid().integrate(density, 0);
        double mean = average(game, density, 0, false);
        double value = value(game, density);
        double[] byDensity = new double[density.length];
        for (int i = 0; i < density.length; i++) {
            double x = game.grid().coordinate(i, axis);
            double f = isVariance ? (x - mean) * (x - mean) : x;
            byDensity[i] = game.space().weight(i) * (f - value) / mass;
        }
        return Optional.of(new Gradient(new double[m.length], at.transposed(game, byDensity)));
    }
}
