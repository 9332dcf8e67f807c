package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;

/** U = (c - c_0)^(1-γ)/(1-γ), log(c - c_0) for γ = 1. */
record PowerUtility(double riskAversion, double subsistence) implements Utility {
    PowerUtility {
        if (!(riskAversion > 0 && riskAversion < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("risk-aversion", "be > 0", riskAversion);
        }
        if (!(subsistence >= 0 && subsistence < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("subsistence", "be >= 0", subsistence);
        }
    }

    @Override
    public double value(double c) {
        double x = c - subsistence;
        return riskAversion == 1 ? Math.log(x) : Math.pow(x, 1 - riskAversion) / (1 - riskAversion);
    }

    @Override
    public double marginal(double c) {
        return Math.pow(c - subsistence, -riskAversion);
    }

    @Override
    public double consumption(double q) {
        return subsistence + Math.pow(q, -1 / riskAversion);
    }

    @Override
    public double riskTolerance(double c) {
        return (c - subsistence) / riskAversion;
    }

    @Override
    public double least() {
        return subsistence;
    }
}
