package org.mfg.api.hamiltonian;

import java.util.Arrays;

/**
 * A numerical Hamiltonian (a flux) g(t, x, q, m) of the one-sided differences q = (q⁻_0, q⁺_0, q⁻_1, q⁺_1, ...), 2d entries, of which the last
 * two are 0 where the last axis is one of states: consistent, g(t, x, (p, p), m) = H(t, x, p, m), convex where H is, and for a monotone scheme
 * non-decreasing in every q⁻_k and non-increasing in every q⁺_k (Crandall and Lions 1984). q⁻ = -∞ and q⁺ = ∞ stand at a side that a state
 * constraint closes.
 *
 * <p>An author writes g and its gradient; the second derivatives have defaults by differences. Schemes choose a flux by the structure of a
 * Hamiltonian, unless it {@linkplain Hamiltonian#numericalHamiltonian brings its own}. {@link org.mfg.api.testkit.FluxKit} checks one. An
 * instance may own work arrays: it is called by one thread at a time.
 */
public interface NumericalHamiltonian {

    /** g(t, x, q, m). */
    double value(double t, double[] x, double[] q, double m);

    /** Writes ∂g/∂q, 2d entries. */
    void gradient(double t, double[] x, double[] q, double m, double[] gradient);

    /** Writes the generalised Hessian ∂²g/∂q², 2d times 2d, row-major; by central differences of the gradient unless overridden. */
    default void hessian(double t, double[] x, double[] q, double m, double[] hessian) {
        int sides = q.length;
        double[] moved = q.clone();
        double[] above = new double[sides];
        double[] below = new double[sides];
        for (int s = 0; s < sides; s++) {
            double e = Double.isInfinite(q[s]) ? 1 : Differences.step(q[s]);
            moved[s] = q[s] + e;
            gradient(t, x, moved, m, above);
            moved[s] = q[s] - e;
            gradient(t, x, moved, m, below);
            moved[s] = q[s];
            for (int r = 0; r < sides; r++) {
                hessian[r * sides + s] = (above[r] - below[r]) / (2 * e);
            }
        }
    }

    /** ∂g/∂m; 0 unless overridden: right for a Hamiltonian that does not depend on the density. */
    default double densityDerivative(double t, double[] x, double[] q, double m) {
        return 0;
    }

    /** Writes ∂²g/∂q∂m, 2d entries; 0 unless overridden. */
    default void mixedDerivative(double t, double[] x, double[] q, double m, double[] mixed) {
        Arrays.fill(mixed, 0);
    }

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

    /** Whether the Hessian may have entries off its diagonal; a flux without is cheaper. */
    default boolean couplesSides() {
        return true;
    }

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
