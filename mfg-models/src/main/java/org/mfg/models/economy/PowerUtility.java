package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;

/** U = (c - c_0)^(1-γ)/(1-γ), log(c - c_0) for γ = 1. */
record PowerUtility(Crra crra, double subsistence) implements Utility {
    PowerUtility {
        if (!(subsistence >= 0 && subsistence < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("subsistence", "be >= 0", subsistence);
        }
    }

    @Override
    public double value(double c) {
        return crra.value(c - subsistence);
    }

    @Override
    public double marginal(double c) {
        return crra.marginal(c - subsistence);
    }

    @Override
    public double consumption(double q) {
        return subsistence + crra.consumption(q);
    }

    @Override
    public double riskTolerance(double c) {
        return crra.riskTolerance(c - subsistence);
    }

    @Override
    public double least() {
        return subsistence;
    }
}
