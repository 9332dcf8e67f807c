package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/**
 * The mean μ or the variance of a coordinate at the end, ⟨f⟩/⟨1⟩ with f = x or (x - μ)². The derivative in m is w (f - ⟨f⟩/⟨1⟩)/⟨1⟩ for both: the
 * variance does not change with μ.
 *
 * @param name its name
 * @param axis which coordinate
 * @param isVariance whether it is the variance
 */
record EndMoment(String name, int axis, boolean isVariance) implements Quantity {

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        double mean = average(game, m, 0, false);
        return isVariance ? average(game, m, mean, true) : mean;
    }

    private double average(DiscreteGame game, double[] m, double center, boolean isSquared) {
        int end = game.time().steps() * game.space().size();
        double sum = 0;
        for (int i = 0; i < game.space().size(); i++) {
            double away = game.grid().coordinate(i, axis) - center;
            sum += game.space().weight(i) * m[end + i] * (isSquared ? away * away : away);
        }
        return sum / game.grid().integrate(m, end);
    }

    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        int end = game.time().steps() * game.space().size();
        double mass = game.grid().integrate(m, end);
        double mean = average(game, m, 0, false);
        double value = value(game, u, m);
        double[] byM = new double[m.length];
        for (int i = end; i < m.length; i++) {
            double x = game.grid().coordinate(i - end, axis);
            double f = isVariance ? (x - mean) * (x - mean) : x;
            byM[i] = game.space().weight(i - end) * (f - value) / mass;
        }
        return Optional.of(new Gradient(new double[m.length], byM));
    }
}
