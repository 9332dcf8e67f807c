package org.mfg.solvers.sensitivity;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Quantity;

/** The derivative of a quantity along a change of both fields. */
public final class Derivative {
    private static final double STEP = 0x1p-15;

    private Derivative() {}

    /** The derivative of the quantity at (u, m) along (du, dm): by its gradient, or a central difference of its values where it gives none. */
    public static double along(Quantity quantity, DiscreteGame game, double[] u, double[] m, double[] du, double[] dm) {
        return quantity.gradient(game, u, m)
                .map(gradient -> gradient.along(du, dm))
                .orElseGet(() -> difference(quantity, game, u, m, du, dm));
    }

    private static double difference(
            Quantity quantity, DiscreteGame game, double[] u, double[] m, double[] du, double[] dm) {
        double step =
                STEP * Math.max(length(u), length(m)) / Math.max(Double.MIN_NORMAL, Math.max(length(du), length(dm)));
        double above = quantity.value(game, moved(u, step, du), moved(m, step, dm));
        double below = quantity.value(game, moved(u, -step, du), moved(m, -step, dm));
        return (above - below) / (2 * step);
    }

    private static double[] moved(double[] x, double step, double[] dx) {
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            moved[i] += step * dx[i];
        }
        return moved;
    }

    private static double length(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi;
        }
        return Math.sqrt(sum);
    }
}
