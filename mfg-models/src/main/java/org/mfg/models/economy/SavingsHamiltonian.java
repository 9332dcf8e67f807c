package org.mfg.models.economy;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/**
 * The Hamiltonian of a household with wealth a and income y(z), which consumes c and saves the rest, where z is a state or drifts with b(z),
 *
 * <pre>
 *   da = (y(z) + r a - c) dt,   H(a, z, p) = max over c in [0, c_max] of U(c) + p_a c  -  p_a (y(z) + r a) - p_z b(z),
 *   U(c) = c^(1-γ)/(1-γ),  log c for γ = 1.
 * </pre>
 *
 * <p>The cost to go is u = -V, so p_a = -V_a, and where V_a > U'(c_max) consumption is c = (-p_a)^(-1/γ). The bound c_max, which makes H
 * finite for every p, is not met by a solution if it is large. The position is (a, z).
 */
final class SavingsHamiltonian implements AxiswiseHamiltonian {
    private final double interestRate;
    private final Earnings earnings;
    private final double riskAversion;
    private final double maxConsumption;

    /**
     * @param riskAversion γ > 0
     * @param earnings y(z) and b(z)
     * @param maxConsumption c_max, above every y(z) + r a
     */
    SavingsHamiltonian(double interestRate, Earnings earnings, double riskAversion, double maxConsumption) {
        this.interestRate = interestRate;
        this.earnings = earnings;
        this.riskAversion = riskAversion;
        this.maxConsumption = maxConsumption;
    }

    /** y(z) + r a: what leaves wealth as it is. */
    private double cashFlow(double[] x) {
        return earnings.at(x[1]) + interestRate * x[0];
    }

    private double utility(double c) {
        return riskAversion == 1 ? Math.log(c) : Math.pow(c, 1 - riskAversion) / (1 - riskAversion);
    }

    /** The best consumption where a unit of wealth is worth -p. */
    private double consumption(double p) {
        return p < 0 ? Math.min(maxConsumption, Math.pow(-p, -1 / riskAversion)) : maxConsumption;
    }

    @Override
    public double axisValue(int axis, double t, double[] x, double p, double m) {
        if (axis > 0) {
            return -earnings.drift(x[1]) * p;
        }
        double c = consumption(p);
        return utility(c) + p * (c - cashFlow(x));
    }

    @Override
    public double axisDerivative(int axis, double t, double[] x, double p, double m) {
        return axis > 0 ? -earnings.drift(x[1]) : consumption(p) - cashFlow(x);
    }

    @Override
    public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
        double c = consumption(p);
        return axis > 0 || c == maxConsumption ? 0 : c / (riskAversion * -p);
    }

    @Override
    public double axisMinimizer(int axis, double t, double[] x, double m) {
        if (axis == 0) {
            return -Math.pow(cashFlow(x), -riskAversion);
        }
        double drift = earnings.drift(x[1]);
        return drift == 0 ? 0 : drift > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
