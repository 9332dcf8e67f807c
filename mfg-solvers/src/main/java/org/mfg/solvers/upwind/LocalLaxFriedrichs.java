package org.mfg.solvers.upwind;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * The Lax-Friedrichs form of any Hamiltonian, with a dissipation of its own for each axis (Osher and Shu 1991):
 *
 * <pre>
 *   g = H(x, p, m) - Σ_k ½ α_k (q⁺_k - q⁻_k),   p_k = ½ (q⁻_k + q⁺_k)
 * </pre>
 *
 * <p>Non-decreasing in q⁻_k and non-increasing in q⁺_k where |H_{p_k}| <= α_k, which is checked wherever the scheme is
 * linearised. The α_k are constants: then g is convex where H is and its derivatives are exact, so that Fokker-Planck stays
 * the adjoint. With an α_k that followed q neither would hold. The price is a viscosity of ½ α_k h_k on axis k.
 */
final class LocalLaxFriedrichs implements NumericalHamiltonian {
    private final Hamiltonian hamiltonian;
    private final double[] dissipation;
    private final int dimension;
    private final double[] p;
    private final double[] slope;
    private final double[] slopeBelow;
    private final double[] curvature;

    /** @param dissipation α_k >= 0 for each axis: the largest |H_{p_k}| that may occur */
    LocalLaxFriedrichs(Hamiltonian hamiltonian, double[] dissipation) {
        this.hamiltonian = hamiltonian;
        this.dissipation = dissipation.clone();
        dimension = dissipation.length;
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
    public double value(double[] x, double[] q, double m) {
        average(q);
        double value = hamiltonian.value(x, p, m);
        for (int k = 0; k < dimension; k++) {
            value -= 0.5 * dissipation[k] * (q[2 * k + 1] - q[2 * k]);
        }
        return value;
    }

    @Override
    public void gradient(double[] x, double[] q, double m, double[] gradient) {
        average(q);
        hamiltonian.momentumGradient(x, p, m, slope);
        for (int k = 0; k < dimension; k++) {
            if (Math.abs(slope[k]) > dissipation[k]) {
                throw new NumericalFailureException("the drift on axis " + (k + 1) + " at " + Arrays.toString(x)
                        + " is " + Math.abs(slope[k]) + ", more than the bound " + dissipation[k]
                        + " of the Lax-Friedrichs scheme: give the discretisation a larger max-speed");
            }
            gradient[2 * k] = 0.5 * (slope[k] + dissipation[k]);
            gradient[2 * k + 1] = 0.5 * (slope[k] - dissipation[k]);
        }
    }

    @Override
    public void hessian(double[] x, double[] q, double m, double[] hessian) {
        average(q);
        hamiltonian.momentumHessian(x, p, m, curvature);
        int sides = 2 * dimension;
        for (int s = 0; s < sides; s++) {
            for (int t = 0; t < sides; t++) {
                hessian[s * sides + t] = 0.25 * curvature[s / 2 * dimension + t / 2];
            }
        }
    }

    @Override
    public double densityDerivative(double[] x, double[] q, double m) {
        average(q);
        return hamiltonian.densityDerivative(x, p, m);
    }

    /** By a central difference of H_p: a general Hamiltonian does not give this derivative. */
    @Override
    public void mixedDerivative(double[] x, double[] q, double m, double[] mixed) {
        Arrays.fill(mixed, 0);
        if (!hamiltonian.dependsOnDensity()) {
            return;
        }
        average(q);
        double e = Math.min(Math.cbrt(Math.ulp(1.0)) * Math.max(1, m), Math.max(0.5 * m, Double.MIN_NORMAL));
        hamiltonian.momentumGradient(x, p, m + e, slope);
        hamiltonian.momentumGradient(x, p, m - e, slopeBelow);
        for (int k = 0; k < dimension; k++) {
            double derivative = (slope[k] - slopeBelow[k]) / (2 * e);
            mixed[2 * k] = 0.5 * derivative;
            mixed[2 * k + 1] = 0.5 * derivative;
        }
    }
}
