package org.mfg.solvers.finitedifferences;

/**
 * A numerical Hamiltonian g(t, x, q, m) of the one-sided differences q = (q⁻_0, q⁺_0, q⁻_1, q⁺_1, ...), 2d entries,
 * of which the last two are 0 where the last axis is one of states:
 * consistent with H, convex, non-decreasing in every q⁻_k and non-increasing in every q⁺_k. An instance owns its work
 * arrays: one thread at a time.
 */
interface NumericalHamiltonian {

    /** g(t, x, q, m). */
    double value(double t, double[] x, double[] q, double m);

    /** Writes ∂g/∂q, 2d entries. */
    void gradient(double t, double[] x, double[] q, double m, double[] gradient);

    /** Writes the generalised Hessian ∂²g/∂q², 2d times 2d, row-major. */
    void hessian(double t, double[] x, double[] q, double m, double[] hessian);

    /** ∂g/∂m. */
    double densityDerivative(double t, double[] x, double[] q, double m);

    /** Writes ∂²g/∂q∂m, 2d entries. */
    void mixedDerivative(double t, double[] x, double[] q, double m, double[] mixed);

    /**
     * Writes the drift a_k = -(∂g/∂q⁻_k + ∂g/∂q⁺_k) and gives its cost L = Σ_s q_s ∂g/∂q_s - g. A difference may be infinite where the slope is 0:
     * at a side that a state constraint closes.
     *
     * @param drift d entries
     * @param gradient room for ∂g/∂q
     */
    default double policy(double t, double[] x, double[] q, double m, double[] drift, double[] gradient) {
        gradient(t, x, q, m, gradient);
        double cost = -value(t, x, q, m);
        for (int k = 0; k < drift.length; k++) {
            drift[k] = -(gradient[2 * k] + gradient[2 * k + 1]);
        }
        for (int s = 0; s < gradient.length; s++) {
            cost += gradient[s] == 0 ? 0 : gradient[s] * q[s];
        }
        return cost;
    }

    /** Whether the Hessian has entries off its diagonal. */
    boolean couplesSides();

    /**
     * Writes g at the nodes from ... to - 1 of a slice into the entries 0 ... of {@code value}.
     *
     * @param t the time of the slice
     * @param x the positions of all nodes
     * @param q the differences, by side and node from {@code from} on
     * @param mAt where the slice of m begins
     * @param node room for the differences of a node
     */
    default void values(
            double t,
            double[][] x,
            int from,
            int to,
            double[][] q,
            double[] m,
            int mAt,
            double[] value,
            double[] node) {
        for (int i = from; i < to; i++) {
            for (int s = 0; s < node.length; s++) {
                node[s] = q[s][i - from];
            }
            value[i - from] = value(t, x[i], node, m[mAt + i]);
        }
    }

    /**
     * Writes ∂g/∂q at the nodes from ... to - 1 of a slice, by side and node as {@code q}; see {@link #values}.
     *
     * @param nodeGradient room for the gradient of a node
     */
    default void gradients(
            double t,
            double[][] x,
            int from,
            int to,
            double[][] q,
            double[] m,
            int mAt,
            double[][] gradient,
            double[] node,
            double[] nodeGradient) {
        for (int i = from; i < to; i++) {
            for (int s = 0; s < node.length; s++) {
                node[s] = q[s][i - from];
            }
            gradient(t, x[i], node, m[mAt + i], nodeGradient);
            for (int s = 0; s < node.length; s++) {
                gradient[s][i - from] = nodeGradient[s];
            }
        }
    }
}
