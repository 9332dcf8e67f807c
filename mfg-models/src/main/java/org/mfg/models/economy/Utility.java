package org.mfg.models.economy;

/**
 * What consumption is worth to a household per unit of time: U(c), increasing and strictly concave above the {@linkplain #least least}
 * consumption, twice differentiable. One of your own needs {@link #value} and {@link #marginal}; the rest follows from them, by a safe root and
 * a difference, and a formula is faster. Implementations are pure functions, safe to call from several threads, and called often.
 */
public interface Utility {

    /** U(c), c > least. */
    double value(double c);

    /** U'(c) > 0, falling; at the least consumption its limit, perhaps infinite. */
    double marginal(double c);

    /** What is consumed at least, >= 0; 0 unless overridden. -∞ where {@link #consumption} is overridden. */
    default double least() {
        return 0;
    }

    /** The inverse of U': the consumption c with U'(c) = q, for 0 < q < U'(least). */
    default double consumption(double q) {
        return MarginalUtility.inverse(this, q);
    }

    /** The absolute risk tolerance -U'(c)/U''(c) > 0, by a central difference of log U' unless overridden. */
    default double riskTolerance(double c) {
        return MarginalUtility.riskTolerance(this, c);
    }

    /** Constant relative risk aversion: U = c^(1-γ)/(1-γ), log c for γ = 1. */
    static Utility crra(double riskAversion) {
        return new PowerUtility(new Crra(riskAversion), 0);
    }

    /** log c. */
    static Utility log() {
        return crra(1);
    }

    /** Stone and Geary: U = (c - c_0)^(1-γ)/(1-γ), log(c - c_0) for γ = 1, with a subsistence level c_0 >= 0 that is always consumed. */
    static Utility stoneGeary(double riskAversion, double subsistence) {
        return new PowerUtility(new Crra(riskAversion), subsistence);
    }

    /** Constant absolute risk aversion: U = -exp(-α c)/α. Consumption may be negative, as in the closed forms (Caballero 1990, Wang 2003). */
    static Utility cara(double absoluteRiskAversion) {
        return new ExponentialUtility(absoluteRiskAversion);
    }

    /** A formula in c, such as {@code log(c - 0.1)}; consumption is at least 0, and above what the formula has no value for. */
    static Utility formula(String formula) {
        return new FormulaUtility(formula);
    }
}
