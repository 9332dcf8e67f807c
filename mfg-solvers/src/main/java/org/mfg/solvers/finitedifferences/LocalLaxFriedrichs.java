package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * The Lax-Friedrichs form of any Hamiltonian, with a dissipation of its own for each axis (Osher and Shu 1991):
 *
 * <pre>
 *   g = H(t, x, p, m) - Σ_k ½ α_k (q⁺_k - q⁻_k),   p_k = ½ (q⁻_k + q⁺_k)
 * </pre>
 *
 * <p>Non-decreasing in q⁻_k and non-increasing in q⁺_k where |H_{p_k}| <= α_k, which is checked wherever the scheme is
 * linearised. The α_k are constants: then g is convex where H is and its derivatives are exact, so that Fokker-Planck stays
 * the adjoint. With an α_k that followed q neither would hold. The price is a viscosity of ½ α_k h_k on axis k.
 */
final class LocalLaxFriedrichs implements NumericalHamiltonian {
    private final CentralHamiltonian central;
    private final double[] dissipation;

    /** @param dissipation α_k >= 0 for each axis: the largest |H_{p_k}| that may occur */
    LocalLaxFriedrichs(Hamiltonian hamiltonian, double[] dissipation) {
        this.dissipation = dissipation.clone();
        central = new CentralHamiltonian(hamiltonian, dissipation.length);
    }

    @Override
    public boolean couplesSides() {
        return true;
    }

    @Override
    public double value(double t, double[] x, double[] q, double m) {
        double value = central.value(t, x, q, m);
        for (int k = 0; k < dissipation.length; k++) {
            value -= 0.5 * dissipation[k] * (q[2 * k + 1] - q[2 * k]);
        }
        return value;
    }

    @Override
    public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
        central.gradient(t, x, q, m, gradient);
        for (int k = 0; k < dissipation.length; k++) {
            double speed = 2 * Math.abs(gradient[2 * k]);
            if (speed > dissipation[k]) {
                throw new NumericalFailureException("the drift on axis " + (k + 1) + " at " + Arrays.toString(x)
                        + " is " + speed + ", more than the bound " + dissipation[k]
                        + " of the Lax-Friedrichs scheme: give the discretisation a larger max-speed");
            }
            gradient[2 * k] += 0.5 * dissipation[k];
            gradient[2 * k + 1] -= 0.5 * dissipation[k];
        }
    }

    @Override
    public void hessian(double t, double[] x, double[] q, double m, double[] hessian) {
        central.hessian(t, x, q, m, hessian);
    }

    @Override
    public double densityDerivative(double t, double[] x, double[] q, double m) {
        return central.densityDerivative(t, x, q, m);
    }

    @Override
    public void mixedDerivative(double t, double[] x, double[] q, double m, double[] mixed) {
        central.mixedDerivative(t, x, q, m, mixed);
    }

    /** The dissipation cancels: -H_p and p·H_p - H at the mean differences, however large they are. */
    @Override
    public double policy(double t, double[] x, double[] q, double m, double[] drift, double[] gradient) {
        return central.policy(t, x, q, m, drift, gradient);
    }
}
