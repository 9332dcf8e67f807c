package org.mfg.solvers.finitedifferences;

/**
 * How the Fokker-Planck equation changes with the policy: C du = Δt Dᵀ K D du for each time step, D the one-sided
 * differences and K = w m ∂²g/∂q² at each node. Symmetric and positive semi-definite. Different time steps may be stored and
 * applied at the same time.
 */
interface PolicyChange {

    /** Forgets the time step whose slice of u begins at {@code at}. */
    void clear(int at);

    /** Stores scale times the Hessian ∂²g/∂q² at a node of the time step whose slice of u begins at {@code at}. */
    void store(int at, int node, double scale, double[] hessian);

    /** Subtracts C du of the time step whose slice of du begins at {@code at} from the slice of out at {@code outAt}. */
    void subtract(double[] du, int at, double[] out, int outAt);
}
