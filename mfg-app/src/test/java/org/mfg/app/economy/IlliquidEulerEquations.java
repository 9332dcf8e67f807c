package org.mfg.app.economy;

import java.util.Arrays;
import java.util.Map;

/**
 * Households of two assets whose liquid account is always empty, by shooting, a method that shares nothing with finite differences. Money on it melts away and nobody lends, so
 * c + d + χ(d) = y_k, a' = r a + d, and what a unit of a is worth, μ_k = V_k', goes as
 *
 * <pre>
 *   μ_k' = N_k / s_k,   N_k = (ρ + λ_k - r) μ_k - λ_k μ_-k,   s_k = r a + d_k,   μ_k = U'(c_k) χ'(d_k) where d_k is not 0, and else between U'(y_k) (1 ± χ0)
 *   (log f)' = -λ_2/s_2 - λ_1/s_1,   and at a = 0 a mass f(0)/λ_1 of households in the low state,
 * </pre>
 *
 * <p>with χ'(d) = 1 ± χ0 + χ1 d, a below the floor of the cost, and f = s_2 m_2 = -s_1 m_1. At a = 0 μ_1 = U'(y_1) (1 - χ0), as withdrawals end there, and d_1 = -κ sqrt(a), κ² = 2 N_1/G,
 * G = dμ_1/dd at d = 0: so the variable is x = sqrt(a). There μ_2 is the one number unknown: too large, and N_2 ends before saving in the high state does; too small, and the other
 * way round. Beyond the end of a shot are f/λ_2 households.
 */
final class IlliquidEulerEquations extends Shooting {
    private static final double DISCOUNT = 0.1;
    private static final double RETURN = 0.02;
    private static final double LINEAR = 0.01;
    private static final double CONVEX = 2;
    private static final double[] INCOME = {0.8, 1.3};
    private static final double RATE = 1.0 / 3;
    private static final double START = 1e-5;

    /** Saving at which a shot ends. */
    private static final double LITTLE = 1e-6;

    /** The economy above as parameters of {@code two-assets}. */
    static Map<String, Object> parameters() {
        return Map.of(
                "discount",
                DISCOUNT,
                "illiquid-rate",
                RETURN,
                "linear-cost",
                LINEAR,
                "convex-cost",
                CONVEX,
                "min-liquid",
                0.0,
                "max-liquid",
                0.3,
                "liquid-rate",
                -0.5,
                "max-illiquid",
                0.6);
    }

    /**
     * What is found.
     *
     * @param illiquid mean illiquid wealth
     * @param consumption mean consumption
     * @param poor the share without illiquid wealth
     * @param value V of the low state without wealth
     */
    record Result(double illiquid, double consumption, double poor, double value) {}

    Result solve() {
        double low = marginal(INCOME[1]) * (1 + LINEAR);
        double high = RATE / (DISCOUNT + RATE - RETURN) * marginal(INCOME[0]) * (1 - LINEAR);
        double worth = bisect(low, high, false);
        double[] y = shoot(worth);
        double beyond = Math.exp(y[2]) / RATE;
        double mass = y[3] + beyond;
        double wealth = y[4] + beyond * y[6];
        double consumption = y[5] + beyond * consumption(1, deposit(1, y[1]));
        double d = deposit(1, worth);
        double flowLow = -1 / INCOME[0];
        double flowHigh = -1 / consumption(1, d) + worth * d;
        double valueLow = ((DISCOUNT + RATE) * flowLow + RATE * flowHigh) / (DISCOUNT * (DISCOUNT + 2 * RATE));
        return new Result(wealth / mass, consumption / mass, 1 / RATE / mass, valueLow);
    }

    /** Integrates μ_1, μ_2, log f, mass, wealth and consumption from a = 0 on; last comes the a that was reached. */
    @Override
    double[] shoot(double worth) {
        double limit = marginal(INCOME[0]) * (1 - LINEAR);
        double steepness = 2 * Math.pow(INCOME[0], -3) * (1 - LINEAR) * (1 - LINEAR) + marginal(INCOME[0]) * CONVEX;
        double kappa = Math.sqrt(2 * n(limit, worth) / steepness);
        double mass = 1 / RATE;
        double[] y = {limit - steepness * kappa * START, worth, 0, mass, 0, mass * INCOME[0]};
        double x = integrate(START, 1, y);
        double[] end = Arrays.copyOf(y, 7);
        end[6] = x * x;
        return end;
    }

    private static double marginal(double c) {
        return 1 / (c * c);
    }

    private static double n(double mu, double other) {
        return (DISCOUNT + RATE - RETURN) * mu - RATE * other;
    }

    private static double consumption(int k, double d) {
        return INCOME[k] - d - LINEAR * Math.abs(d) - 0.5 * CONVEX * d * d;
    }

    /** The d whose marginal cost is μ, by bisection: μ falls short of it beyond. */
    private static double deposit(int k, double mu) {
        double sign = mu > marginal(INCOME[k]) * (1 + LINEAR) ? 1 : mu < marginal(INCOME[k]) * (1 - LINEAR) ? -1 : 0;
        double low = Math.min(0, sign * (1 - LINEAR) / CONVEX);
        double high = Math.max(0, sign * INCOME[k] / (1 + LINEAR));
        for (double middle = 0.5 * (low + high); low < middle && middle < high; middle = 0.5 * (low + high)) {
            double c = consumption(k, middle);
            if (c > 0 && mu > marginal(c) * (1 + sign * LINEAR + CONVEX * middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return sign == 0 ? 0 : low;
    }

    private static double saving(int k, double x, double[] y) {
        return RETURN * x * x + deposit(k, y[k]);
    }

    @Override
    double saving(double x, double[] y) {
        return saving(1, x, y) - LITTLE;
    }

    @Override
    double wish(double x, double[] y) {
        return -n(y[1], y[0]);
    }

    @Override
    public int getDimension() {
        return 6;
    }

    @Override
    public void computeDerivatives(double x, double[] y, double[] out) {
        double s1 = saving(0, x, y);
        double s2 = saving(1, x, y);
        double da = 2 * x;
        out[0] = da * n(y[0], y[1]) / s1;
        out[1] = da * n(y[1], y[0]) / s2;
        out[2] = -da * (RATE / s2 + RATE / s1);
        double high = da * Math.exp(y[2]) / s2;
        double low = -da * Math.exp(y[2]) / s1;
        out[3] = low + high;
        out[4] = (low + high) * x * x;
        out[5] = low * consumption(0, deposit(0, y[0])) + high * consumption(1, deposit(1, y[1]));
    }
}
