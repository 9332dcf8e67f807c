package org.mfg.models.economy;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/**
 * The Hamiltonian of a household without earnings that consumes at the rate κ out of wealth a with a risky return (Merton 1969), in x = log a:
 *
 * <pre>
 *   da = (R - κ) a dt + σ a dB,   dx = (R - σ²/2 - κ) dt + σ dB,
 *   H(x, p) = max over κ in [0, κ_max] of U(κ eˣ) + p κ  -  p (R - σ²/2),   U(c) = c^(1-γ)/(1-γ),  log c for γ = 1.
 * </pre>
 *
 * <p>The cost to go is u = -V, so p = -V_x, and κ = (-p)^(-1/γ) e^((1-γ)x/γ) where that is at most κ_max, which makes H finite for every p and is not met by a solution if it is
 * large.
 */
final class LogWealthHamiltonian implements AxiswiseHamiltonian {
    private final double growth;
    private final double riskAversion;
    private final Crra utility;
    /** 1 - γ. */
    private final double power;

    private final double maxRate;

    /**
     * @param growth R - σ²/2, the growth of log wealth of those who consume nothing
     * @param riskAversion γ > 0
     * @param maxRate κ_max > growth
     */
    LogWealthHamiltonian(double growth, double riskAversion, double maxRate) {
        this.growth = growth;
        this.riskAversion = riskAversion;
        utility = new Crra(riskAversion);
        power = 1 - riskAversion;
        this.maxRate = maxRate;
    }

    private double flow(double rate, double x) {
        return power == 0 ? utility.value(rate) + x : utility.value(rate) * Math.exp(power * x);
    }

    private double rate(double p, double x) {
        return p < 0 ? Math.min(maxRate, utility.consumption(-p) * Math.exp(power / riskAversion * x)) : maxRate;
    }

    @Override
    public double axisValue(int axis, double t, double[] x, double p, double m) {
        double rate = rate(p, x[0]);
        return flow(rate, x[0]) + p * (rate - growth);
    }

    @Override
    public double axisDerivative(int axis, double t, double[] x, double p, double m) {
        return rate(p, x[0]) - growth;
    }

    @Override
    public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
        double rate = rate(p, x[0]);
        return rate == maxRate ? 0 : utility.riskTolerance(rate) / -p;
    }

    @Override
    public double axisMinimizer(int axis, double t, double[] x, double m) {
        return growth > 0 ? -utility.marginal(growth) * Math.exp(power * x[0]) : Double.NEGATIVE_INFINITY;
    }
}
