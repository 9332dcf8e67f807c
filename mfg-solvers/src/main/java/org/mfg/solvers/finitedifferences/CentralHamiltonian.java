package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * Any Hamiltonian at central differences, g = H(t, x, p, m) with p_k = ½ (q⁻_k + q⁺_k): of second order, and not monotone, but
 * the scheme's matrix is an M-matrix all the same where |H_{p_k}| h_k <= 2ν.
 */
final class CentralHamiltonian implements NumericalHamiltonian {
    private final Hamiltonian hamiltonian;
    private final int dimension;
    private final double[] p;
    private final double[] slope;
    private final double[] slopeBelow;
    private final double[] curvature;

    CentralHamiltonian(Hamiltonian hamiltonian, int dimension) {
        this.hamiltonian = hamiltonian;
        this.dimension = dimension;
        p = new double[dimension];
        slope = new double[dimension];
        slopeBelow = new double[dimension];
        curvature = new double[dimension * dimension];
    }

    @Override
    public boolean couplesSides() {
        return true;
    }

    private void average(double[] q) {
        for (int k = 0; k < dimension; k++) {
            p[k] = 0.5 * (q[2 * k] + q[2 * k + 1]);
        }
    }

    @Override
    public double value(double t, double[] x, double[] q, double m) {
        average(q);
        return hamiltonian.value(t, x, p, m);
    }

    @Override
    public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
        average(q);
        hamiltonian.momentumGradient(t, x, p, m, slope);
        for (int k = 0; k < dimension; k++) {
            gradient[2 * k] = 0.5 * slope[k];
            gradient[2 * k + 1] = 0.5 * slope[k];
        }
    }

    @Override
    public void hessian(double t, double[] x, double[] q, double m, double[] hessian) {
        average(q);
        hamiltonian.momentumHessian(t, x, p, m, curvature);
        int sides = 2 * dimension;
        for (int s = 0; s < sides; s++) {
            for (int column = 0; column < sides; column++) {
                hessian[s * sides + column] = 0.25 * curvature[s / 2 * dimension + column / 2];
            }
        }
    }

    @Override
    public double densityDerivative(double t, double[] x, double[] q, double m) {
        average(q);
        return hamiltonian.densityDerivative(t, x, p, m);
    }

    /** The step of a central difference in the density, which stays above 0. */
    static double densityStep(double m) {
        return Math.min(Math.cbrt(Math.ulp(1.0)) * Math.max(1, m), Math.max(0.5 * m, Double.MIN_NORMAL));
    }

    /** By a central difference of H_p: a general Hamiltonian does not give this derivative. */
    @Override
    public void mixedDerivative(double t, double[] x, double[] q, double m, double[] mixed) {
        Arrays.fill(mixed, 0);
        if (!hamiltonian.dependsOnDensity()) {
            return;
        }
        average(q);
        double e = densityStep(m);
        hamiltonian.momentumGradient(t, x, p, m + e, slope);
        hamiltonian.momentumGradient(t, x, p, m - e, slopeBelow);
        for (int k = 0; k < dimension; k++) {
            double derivative = (slope[k] - slopeBelow[k]) / (2 * e);
            mixed[2 * k] = 0.5 * derivative;
            mixed[2 * k + 1] = 0.5 * derivative;
        }
    }
}
