package org.mfg.models.economy;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/**
 * The Hamiltonian of a household with wealth a and income y_k in state k, which consumes c and saves the rest,
 *
 * <pre>
 *   da = (y_k + r a - c) dt,   H(a, k, p) = max over c in [0, c_max] of U(c) + p c  -  p (y_k + r a),
 *   U(c) = c^(1-γ)/(1-γ),  log c for γ = 1.
 * </pre>
 *
 * <p>The cost to go is u = -V, so p = -V'(a), and where V' > U'(c_max) consumption is c = (-p)^(-1/γ). The bound c_max, which makes H
 * finite for every p, is not met by a solution if it is large. The position is (a, k).
 */
final class SavingsHamiltonian implements AxiswiseHamiltonian {
    private final double interestRate;
    private final double[] income;
    private final double riskAversion;
    private final double maxConsumption;

    /**
     * @param riskAversion γ > 0
     * @param income y_k by state
     * @param maxConsumption c_max, above every y_k + r a
     */
    SavingsHamiltonian(double interestRate, double[] income, double riskAversion, double maxConsumption) {
        this.interestRate = interestRate;
        this.income = income.clone();
        this.riskAversion = riskAversion;
        this.maxConsumption = maxConsumption;
    }

    /** y_k + r a: what leaves wealth as it is. */
    private double cashFlow(double[] x) {
        return income[(int) x[1]] + interestRate * x[0];
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
            return 0;
        }
        double c = consumption(p);
        return utility(c) + p * (c - cashFlow(x));
    }

    @Override
    public double axisDerivative(int axis, double t, double[] x, double p, double m) {
        return axis > 0 ? 0 : consumption(p) - cashFlow(x);
    }

    @Override
    public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
        double c = consumption(p);
        return axis > 0 || c == maxConsumption ? 0 : c / (riskAversion * -p);
    }

    @Override
    public double axisMinimizer(int axis, double t, double[] x, double m) {
        return axis > 0 ? 0 : -Math.pow(cashFlow(x), -riskAversion);
    }
}
