package org.mfg.app.economy;

import java.util.function.DoubleUnaryOperator;

/**
 * Households by shooting, a method that shares nothing with finite differences. Differentiated along a household's path, the equation
 * for V becomes one for consumption, with T = -U'/U'' the risk tolerance, and the stationary flow f = s_2 m_2 = -s_1 m_1 of households in the high state is a quadrature:
 *
 * <pre>
 *   c_k' = T(c_k) N_k / s_k,   N_k = r - ρ + λ_k (U'(c_-k)/U'(c_k) - 1),   s_k = y_k + r a - c_k
 *   (log f)' = -λ_2/s_2 - λ_1/s_1,   and at the limit a mass f(a_min)/λ_1 of households in the low state.
 * </pre>
 *
 * <p>At the limit c_1 = y_1 + r a_min and s_1 = -κ sqrt(a - a_min) with κ² = -2 T(c_1) N_1, so the variable is x = sqrt(a - a_min). There c_2 is
 * the one number unknown: too large, and saving in the high state ends before N_2 does; too small, and the other way round.
 */
final class EulerEquations extends Shooting {
    private static final double START = 1e-4;

    private final TwoIncomes h;
    private final DoubleUnaryOperator marginal;
    private final DoubleUnaryOperator tolerance;
    private final double r;
    private final double[] income;

    /** With constant relative risk aversion γ. */
    EulerEquations(TwoIncomes h, double riskAversion, double r, double wage) {
        this(h, c -> Math.pow(c, -riskAversion), c -> c / riskAversion, r, wage);
    }

    /**
     * @param marginal U'
     * @param tolerance T
     */
    EulerEquations(TwoIncomes h, DoubleUnaryOperator marginal, DoubleUnaryOperator tolerance, double r, double wage) {
        this.h = h;
        this.marginal = marginal;
        this.tolerance = tolerance;
        this.r = r;
        income = new double[] {wage * h.low(), wage * h.high()};
    }

    /** The mean wealth of the stationary distribution. */
    double wealth() {
        double low = income[0] + r * h.minWealth();
        double high = income[1] + r * h.minWealth();
        double[] end = shoot(bisect(low, high, true));
        return end[4] / end[3];
    }

    /** Integrates c_1, c_2, log f, mass and wealth from the limit on. */
    @Override
    double[] shoot(double c2) {
        double c1 = income[0] + r * h.minWealth();
        double kappa = Math.sqrt(-2 * tolerance.applyAsDouble(c1) * n(0, c1, c2));
        double slope = tolerance.applyAsDouble(c2) * n(1, c2, c1) / (income[1] + r * h.minWealth() - c2);
        double mass = 1 / h.up();
        double[] y = {c1 + kappa * START, c2 + slope * START * START, 0, mass, mass * h.minWealth()};
        integrate(START, Math.sqrt(h.maxWealth() - h.minWealth()), y);
        return y;
    }

    /** N of a state that consumes c where the other consumes d. */
    private double n(int k, double c, double d) {
        double rate = k == 0 ? h.up() : h.down();
        return r - h.discount() + rate * (marginal.applyAsDouble(d) / marginal.applyAsDouble(c) - 1);
    }

    private double saving(int k, double x, double[] y) {
        return income[k] + r * (h.minWealth() + x * x) - y[k];
    }

    @Override
    double saving(double x, double[] y) {
        return saving(1, x, y) - 1e-5 * income[1];
    }

    @Override
    double wish(double x, double[] y) {
        return n(1, y[1], y[0]);
    }

    @Override
    public int getDimension() {
        return 5;
    }

    @Override
    public void computeDerivatives(double x, double[] y, double[] out) {
        double s1 = saving(0, x, y);
        double s2 = saving(1, x, y);
        double da = 2 * x;
        out[0] = da * tolerance.applyAsDouble(y[0]) * n(0, y[0], y[1]) / s1;
        out[1] = da * tolerance.applyAsDouble(y[1]) * n(1, y[1], y[0]) / s2;
        out[2] = -da * (h.down() / s2 + h.up() / s1);
        double density = Math.exp(y[2]) * (1 / s2 - 1 / s1);
        out[3] = da * density;
        out[4] = da * density * (h.minWealth() + x * x);
    }
}
