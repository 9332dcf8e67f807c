package org.mfg.models.coupling;

import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.models.function.RealPower;

/**
 * F[m] = λ m^γ, γ > 0. For λ >= 0 agents avoid the crowd, the coupling is monotone and there is at most one
 * equilibrium; for negative λ they seek it and there may be several or none.
 *
 * <p>Solvers may try densities that are slightly negative: the coupling is then 0, except for γ = 1, which stays
 * linear. The derivative λ γ m^(γ-1) is infinite at m = 0 for γ below 1; there m is clipped from below at
 * {@value #SMALLEST_DENSITY}.
 */
public final class PowerCoupling implements LocalCoupling {
    /** The density below which the derivative is held constant for γ below 1. */
    public static final double SMALLEST_DENSITY = 1e-12;

    private final double lambda;
    private final double gamma;
    private final double valueClip;
    private final double derivativeClip;
    private final RealPower power;
    private final RealPower firstPower;

    /**
     * F[m] = λ m^γ.
     *
     * @param lambda the strength λ, finite
     * @param gamma the exponent γ > 0
     */
    public PowerCoupling(double lambda, double gamma) {
        if (!Double.isFinite(lambda)) {
            throw InvalidInputException.of("lambda", "be finite", lambda);
        }
        if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("gamma", "be finite and > 0", gamma);
        }
        this.lambda = lambda;
        this.gamma = gamma;
        valueClip = gamma == 1 ? Double.NEGATIVE_INFINITY : 0;
        derivativeClip = gamma < 1 ? SMALLEST_DENSITY : 0;
        power = RealPower.of(gamma);
        firstPower = RealPower.of(gamma - 1);
    }

    @Override
    public double value(double t, double[] x, double m) {
        return lambda * power.at(Math.max(m, valueClip));
    }

    @Override
    public double densityDerivative(double t, double[] x, double m) {
        return lambda * gamma * firstPower.at(Math.max(m, derivativeClip));
    }

    /** λ γ (γ - 1) m^(γ-2); 0 where the derivative is held constant. */
    @Override
    public double densitySecondDerivative(double t, double[] x, double m) {
        return m > derivativeClip ? lambda * gamma * (gamma - 1) * firstPower.at(m) / m : 0;
    }
}
