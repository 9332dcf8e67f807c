package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;

/** U = -exp(-α c)/α for every real c. */
record ExponentialUtility(double absoluteRiskAversion) implements Utility {
    ExponentialUtility {
        if (!(absoluteRiskAversion > 0 && absoluteRiskAversion < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("absolute-risk-aversion", "be > 0", absoluteRiskAversion);
        }
    }

    @Override
    public double value(double c) {
        return -Math.exp(-absoluteRiskAversion * c) / absoluteRiskAversion;
    }

    @Override
    public double marginal(double c) {
        return Math.exp(-absoluteRiskAversion * c);
    }

    @Override
    public double consumption(double q) {
        return -Math.log(q) / absoluteRiskAversion;
    }

    @Override
    public double riskTolerance(double c) {
        return 1 / absoluteRiskAversion;
    }

    @Override
    public double least() {
        return Double.NEGATIVE_INFINITY;
    }
}
