package org.mfg.solvers.finitedifferences;

/**
 * How the Fokker-Planck equation changes with the policy: C du = Δt Dᵀ K D du for each time step, D the one-sided
 * differences and K = w m ∂²g/∂q² at each node. Symmetric and positive semi-definite. Different time steps may be stored and
 * applied at the same time.
 */
interface PolicyChange {

    /** Forgets the time step whose slice of u begins at {@code at}, which is now dt long. */
    void begin(int at, double dt);

    /** Stores scale times the Hessian ∂²g/∂q² at a node of the time step whose slice of u begins at {@code at}. */
    void store(int at, int node, double scale, double[] hessian);

    /**
     * Subtracts C du.
     *
     * @param at where the slice of u of the time step begins
     * @param duAt where the slice of du begins
     * @param outAt where the slice of out begins
     */
    void subtract(int at, double[] du, int duAt, double[] out, int outAt);

    /** Writes the conductance of the links of an axis that the diagonal of K makes, by their lower ends. */
    void links(int at, int axis, double[] out);
}
