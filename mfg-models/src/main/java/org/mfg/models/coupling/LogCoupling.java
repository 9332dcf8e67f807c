package org.mfg.models.coupling;

import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.LocalCoupling;

/**
 * F[m] = λ log m. Monotone for λ >= 0; for negative λ uniqueness may be lost.
 *
 * <p>Below a tiny density ε > 0, the floor, the logarithm is continued by its tangent down to m = 0 and by a constant
 * below: log ε + (max(m, 0) - ε)/ε. So the coupling is finite and its derivative continuous for every m >= 0.
 */
public final class LogCoupling implements LocalCoupling {
    /** The floor unless another is given. */
    public static final double DEFAULT_FLOOR = 1e-12;

    private final double lambda;
    private final double floor;

    /**
     * F[m] = λ log m.
     *
     * @param lambda the strength λ, finite
     * @param floor the density ε > 0 below which the logarithm is continued by its tangent
     */
    public LogCoupling(double lambda, double floor) {
        if (!Double.isFinite(lambda)) {
            throw InvalidInputException.of("lambda", "be finite", lambda);
        }
        if (!(floor >= Double.MIN_NORMAL && floor < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("floor", "be finite and >= " + Double.MIN_NORMAL, floor);
        }
        this.lambda = lambda;
        this.floor = floor;
    }

    @Override
    public double value(double t, double[] x, double m) {
        double log = m >= floor ? Math.log(m) : Math.log(floor) + (Math.max(m, 0) - floor) / floor;
        return lambda * log;
    }

    @Override
    public double densityDerivative(double t, double[] x, double m) {
        return lambda / Math.max(m, floor);
    }

    @Override
    public double densitySecondDerivative(double t, double[] x, double m) {
        return m >= floor ? -lambda / (m * m) : 0;
    }
}
