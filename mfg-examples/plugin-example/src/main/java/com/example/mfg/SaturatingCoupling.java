package com.example.mfg;

import org.mfg.api.coupling.LocalCoupling;

/**
 * F[m] = λ m / (1 + m / M): a crowd costs λ m while it is thin, and never more than λ M however dense it is. Monotone for
 * λ >= 0.
 */
public final class SaturatingCoupling implements LocalCoupling {
    private final double lambda;
    private final double saturation;

    /**
     * A crowd whose cost is bounded.
     *
     * @param lambda the cost λ of a unit of density in a thin crowd
     * @param saturation the density M > 0 at which the cost is half of its bound
     */
    public SaturatingCoupling(double lambda, double saturation) {
        this.lambda = lambda;
        this.saturation = saturation;
    }

    @Override
    public double value(double t, double[] x, double m) {
        return lambda * m / (1 + m / saturation);
    }

    @Override
    public double densityDerivative(double t, double[] x, double m) {
        double s = 1 + m / saturation;
        return lambda / (s * s);
    }
}
