package org.mfg.solvers.upwind;

/**
 * A numerical Hamiltonian g(x, q, m) of the one-sided differences q = (q⁻_0, q⁺_0, q⁻_1, q⁺_1, ...), 2d entries:
 * consistent with H, convex, non-decreasing in every q⁻_k and non-increasing in every q⁺_k. An instance owns its work
 * arrays: one thread at a time.
 */
interface NumericalHamiltonian {

    /** g(x, q, m). */
    double value(double[] x, double[] q, double m);

    /** Writes ∂g/∂q, 2d entries. */
    void gradient(double[] x, double[] q, double m, double[] gradient);

    /** Writes the generalised Hessian ∂²g/∂q², 2d times 2d, row-major. */
    void hessian(double[] x, double[] q, double m, double[] hessian);

    /** ∂g/∂m. */
    double densityDerivative(double[] x, double[] q, double m);

    /** Writes ∂²g/∂q∂m, 2d entries. */
    void mixedDerivative(double[] x, double[] q, double m, double[] mixed);

    /** Whether the Hessian has entries off its diagonal. */
    boolean couplesSides();
}
