package org.mfg.api.hamiltonian;

import java.util.Optional;

/**
 * A Hamiltonian H(t, x, p, m), convex in the momentum p. The optimal drift of an agent is a* = -H_p(t, x, ∇u, m).
 *
 * <p>Prefer {@link AxiswiseHamiltonian} or {@link RadialHamiltonian} where the structure allows it: the upwind scheme is
 * sharper for them. Implementations are pure functions, safe to call from several threads; they are called once or more
 * per node and time step, so they should not allocate. They must not keep or change the arrays they are given.
 *
 * <p>The second derivatives and the derivatives in m have defaults by central differences; a formula is faster and more
 * accurate.
 */
public interface Hamiltonian {

    /**
     * H(t, x, p, m).
     *
     * @param t the time; of a stationary game it says nothing
     * @param x the position, d entries
     * @param p the momentum, d entries
     * @param m the density, >= 0
     */
    double value(double t, double[] x, double[] p, double m);

    /**
     * Writes the gradient H_p(t, x, p, m) into {@code gradient}, d entries.
     */
    void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient);

    /** Writes the Hessian H_pp(t, x, p, m), d times d, row-major, into {@code hessian}. */
    default void momentumHessian(double t, double[] x, double[] p, double m, double[] hessian) {
        Differences.momentumHessian(this, t, x, p, m, hessian);
    }

    /** Whether H depends on the density m (congestion in the sense of Achdou and Porretta). */
    default boolean dependsOnDensity() {
        return false;
    }

    /** ∂H/∂m (t, x, p, m); 0 unless {@link #dependsOnDensity()}. */
    default double densityDerivative(double t, double[] x, double[] p, double m) {
        return dependsOnDensity() ? Differences.densityDerivative(this, t, x, p, m) : 0;
    }

    /**
     * A flux of its own for upwind schemes, a new one at each call; empty where the scheme is to choose one.
     *
     * @param dimension the number of axes d
     */
    default Optional<NumericalHamiltonian> numericalHamiltonian(int dimension) {
        return Optional.empty();
    }
}
