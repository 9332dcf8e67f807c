package org.mfg.solvers.finitedifferences;

import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * The Lax-Friedrichs form of any Hamiltonian, with a dissipation of its own for each axis and node (Osher and Shu 1991):
 *
 * <pre>
 *   g = H(t, x, p, m) - Σ_k ½ α_k(x) (q⁺_k - q⁻_k),   p_k = ½ (q⁻_k + q⁺_k)
 *   ∂g/∂q⁻_k = ½ (H_{p_k}(t, x, p, m) + α_k(x)),   ∂g/∂q⁺_k = ½ (H_{p_k}(t, x, p, m) - α_k(x))
 * </pre>
 *
 * <p>So it is monotone, non-decreasing in q⁻_k and non-increasing in q⁺_k, at every q whose mean p has |H_{p_k}| <= α_k: this is checked
 * wherever the scheme is linearised, and where it fails the {@link Dissipation} says what is to be done. Between such changes the α_k
 * are constants: then g is convex where H is and its derivatives are exact, so that Fokker-Planck stays the adjoint and Newton's
 * method is one. With an α_k that is a function of q neither would hold. The price is a viscosity of ½ α_k h_k on axis k.
 */
final class LocalLaxFriedrichs implements NumericalHamiltonian {
    private final CentralHamiltonian central;
    private final Dissipation dissipation;
    private final int dimension;
    private final NodeFinder nodes;

    /** @param positions of the nodes */
    LocalLaxFriedrichs(Hamiltonian hamiltonian, Dissipation dissipation, double[][] positions) {
        this.dissipation = dissipation;
        dimension = positions[0].length;
        nodes = new NodeFinder(positions);
        central = new CentralHamiltonian(hamiltonian, dimension);
    }

    @Override
    public boolean couplesSides() {
        return true;
    }

    @Override
    public double value(double t, double[] x, double[] q, double m) {
        double value = central.value(t, x, q, m);
        double[] alpha = dissipation.at(nodes.at(x));
        for (int k = 0; k < dimension; k++) {
            value -= 0.5 * alpha[k] * (q[2 * k + 1] - q[2 * k]);
        }
        return value;
    }

    @Override
    public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
        central.gradient(t, x, q, m, gradient);
        double[] alpha = dissipation.at(nodes.at(x));
        for (int k = 0; k < dimension; k++) {
            double speed = 2 * Math.abs(gradient[2 * k]);
            if (speed > alpha[k]) {
                throw dissipation.tooSmall(k, x, q, speed);
            }
            gradient[2 * k] += 0.5 * alpha[k];
            gradient[2 * k + 1] -= 0.5 * alpha[k];
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
