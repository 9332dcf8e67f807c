package org.mfg.solvers.coupled;

/** The derivative of the equations of an equilibrium, R' (du, dm) = (a, b), and its transpose. */
public interface LinearEquations {

    /**
     * Solves for du and dm.
     *
     * @throws org.mfg.api.NumericalFailureException if that fails, as where branches of equilibria meet
     */
    void solve(double[] a, double[] b, double[] du, double[] dm);

    /** Whether the transpose can be solved. */
    default boolean hasTranspose() {
        return true;
    }

    /**
     * Solves R'ᵀ (p, q) = (g, h).
     *
     * @throws org.mfg.api.InvalidInputException unless {@link #hasTranspose}
     */
    void solveTransposed(double[] g, double[] h, double[] p, double[] q);

    /** What weights p on the Hamilton-Jacobi-Bellman equation are as weights on its running costs. */
    void costWeights(double[] p, double[] weights);

    /** The forward-backward sweeps so far, or solutions that take their place. */
    int sweeps();
}
