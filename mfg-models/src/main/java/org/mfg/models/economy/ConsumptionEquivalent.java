package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;

/**
 * A change of welfare in terms of consumption: by which part λ everybody's consumption would have to grow, in all states and for ever, to make up for it
 * (R. E. Lucas 1987), for households with U(c) = c^(1-γ)/(1-γ) who discount at the rate ρ:
 *
 * <pre>
 *   γ ≠ 1:  λ = (V_after / V_before)^(1/(1-γ)) - 1        γ = 1:  λ = exp(ρ (V_after - V_before)) - 1
 * </pre>
 *
 * <p>The values may be those of one household, or means over a crowd.
 */
public final class ConsumptionEquivalent {
    private ConsumptionEquivalent() {}

    /**
     * λ; 0.01 for a change that is worth a hundredth of consumption.
     *
     * @param riskAversion γ > 0
     * @param discount ρ > 0
     * @param before the value before, of the sign of 1 - γ where γ is not 1
     * @param after the value after, of the same sign
     */
    public static double of(double riskAversion, double discount, double before, double after) {
        if (riskAversion == 1) {
            return Math.expm1(discount * (after - before));
        }
        double power = 1 - riskAversion;
        requireSign("before", power, before);
        requireSign("after", power, after);
        return Math.pow(after / before, 1 / power) - 1;
    }

    private static void requireSign(String field, double power, double value) {
        if (!(value * power > 0)) {
            throw InvalidInputException.of(field, "have the sign of 1 - risk-aversion = " + power, value);
        }
    }
}
