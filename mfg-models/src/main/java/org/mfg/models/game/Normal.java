package org.mfg.models.game;

import java.util.function.DoubleUnaryOperator;
import org.mfg.api.grid.Axis;

/** The normal distribution on the line. */
final class Normal {
    private static final int SAMPLES = 200;

    private Normal() {}

    /** The density of N(mean, deviation²) at x. */
    static double density(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        return Math.exp(-0.5 * z * z) / (deviation * Math.sqrt(2 * Math.PI));
    }

    /** The axis that holds N(mean(t), deviation(t)²) up to halfWidth deviations at all times from 0 to the horizon. */
    static Axis axis(
            String name, double horizon, DoubleUnaryOperator mean, DoubleUnaryOperator deviation, double halfWidth) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (int j = 0; j <= SAMPLES; j++) {
            double t = horizon * j / SAMPLES;
            double reach = halfWidth * deviation.applyAsDouble(t);
            lower = Math.min(lower, mean.applyAsDouble(t) - reach);
            upper = Math.max(upper, mean.applyAsDouble(t) + reach);
        }
        return Axis.noFlux(name, lower, upper);
    }
}
