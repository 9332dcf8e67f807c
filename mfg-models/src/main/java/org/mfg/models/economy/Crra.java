package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;

/**
 * Constant relative risk aversion: U(c) = c^(1-γ)/(1-γ), log c for γ = 1. A solve asks for these powers at every node in every time step, so that where γ is 1/2, 1, 2 or 3,
 * the values in use, they are products and roots, which take a tenth of the time and differ from the powers in the last digit.
 */
final class Crra {
    private final double riskAversion;
    private final double ofValue;
    private final double ofMarginal;
    private final double ofInverse;

    /** @param riskAversion γ > 0 */
    Crra(double riskAversion) {
        if (!(riskAversion > 0 && riskAversion < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("risk-aversion", "be > 0", riskAversion);
        }
        this.riskAversion = riskAversion;
        ofValue = 1 - riskAversion;
        ofMarginal = -riskAversion;
        ofInverse = -1 / riskAversion;
    }

    /** U(c). */
    double value(double c) {
        return ofValue == 0 ? Math.log(c) : power(c, ofValue) / ofValue;
    }

    /** U'(c) = c^-γ. */
    double marginal(double c) {
        return power(c, ofMarginal);
    }

    /** The c > 0 with U'(c) = q > 0: q^(-1/γ). */
    double consumption(double q) {
        return power(q, ofInverse);
    }

    /** The risk tolerance -U'/U'' = c/γ. */
    double riskTolerance(double c) {
        return c / riskAversion;
    }

    private static double power(double x, double exponent) {
        if (exponent == -1) {
            return 1 / x;
        }
        if (exponent == -2) {
            return 1 / (x * x);
        }
        if (exponent == -0.5) {
            return 1 / Math.sqrt(x);
        }
        if (exponent == 0.5) {
            return Math.sqrt(x);
        }
        if (exponent == -3) {
            return 1 / (x * x * x);
        }
        return exponent == -1.0 / 3 && x > 0 ? 1 / Math.cbrt(x) : Math.pow(x, exponent);
    }

    /** γ. */
    double riskAversion() {
        return riskAversion;
    }
}
