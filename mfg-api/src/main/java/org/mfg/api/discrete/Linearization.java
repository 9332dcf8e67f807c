package org.mfg.api.discrete;

import org.jspecify.annotations.Nullable;

/**
 * The discrete equations linearised at a pair (u, m), factorised once and solved as often as needed. With L the
 * linearised Hamilton-Jacobi-Bellman operator, its adjoint L* the Fokker-Planck operator, C du the change of the
 * Fokker-Planck equation with the policy and F' the derivative of the couplings, all scaled with Δt as the residuals are:
 *
 * <pre>
 *   backward: L du = F' dm + source
 *   forward:  L* dm = -C du + source
 * </pre>
 *
 * A null source is zero. Where the Hamiltonian depends on the density, F' includes -∂H/∂m and L* the derivative of the
 * feedback in m.
 */
public interface Linearization {

    /** Solves the linearised Hamilton-Jacobi-Bellman equation for du, all levels; dm may be null for zero. */
    void backward(double @Nullable [] dm, double @Nullable [] source, double[] du);

    /** Solves the linearised Fokker-Planck equation for dm, all levels. */
    void forward(double[] du, double @Nullable [] source, double[] dm);

    /**
     * Lets the systems of the time steps be solved to this relative tolerance only from now on, where they are solved by iterations and
     * that saves some; 0 for what a linearisation begins with, which is as exact as a Newton step needs.
     */
    default void setTolerance(double tolerance) {}
}
