package org.mfg.api.coupling;

import org.mfg.api.InvalidInputException;

/**
 * A coupling on a grid: it acts on a range of time levels at once, so that an implementation may do them all as one
 * product. Fields are flat, row-major, time slowest: entry i of level j is at index j n + i for n nodes. Not safe for
 * use by several threads at a time.
 *
 * <p>Value and derivative are what solvers need. The adjoint of the derivative is what a {@linkplain PlannerCoupling planner} needs.
 */
public interface DiscreteCoupling {

    /** Adds F[m] to {@code out} at the levels first ... last, both included. */
    void addValue(double[] m, int first, int last, double[] out);

    /** Adds the directional derivative F'[m] dm to {@code out} at the levels first ... last, both included. */
    void addDerivative(double[] m, double[] dm, int first, int last, double[] out);

    /**
     * Adds the adjoint of the derivative, F'[m]* dv, to {@code out} at the levels first ... last, both included. With ω_j the weight of
     * level j and w_i that of node i,
     *
     * <pre>
     *   Σ_j ω_j Σ_i w_i dv (F'[m] dm) = Σ_j ω_j Σ_i w_i dm (F'[m]* dv)
     * </pre>
     *
     * over all levels, for fields dm and dv that are 0 at walls. All ω are alike for {@link Coupling#on}, and ½, 1, ..., 1, ½ for {@link
     * Coupling#forTrapezoidRule}: which of them matters only to a coupling that at one level reads others. Where that is so, F'[m]* reads
     * dv at others too.
     *
     * @throws InvalidInputException unless overridden: a guess would be wrong
     */
    default void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
        throw InvalidInputException.because(
                "coupling", "on a grid it gives no adjoint of its derivative (DiscreteCoupling.addAdjoint)");
    }

    /**
     * Adds to {@code out}, at the levels first ... last, by how much F'[m]* dv changes along dm: its derivative in m, times dm, with dv
     * held. By a central difference of {@link #addAdjoint} unless overridden; nothing for a coupling that is linear in m.
     */
    default void addAdjointChange(double[] m, double[] dm, double[] dv, int first, int last, double[] out) {
        AdjointDifference.add(this, m, dm, dv, first, last, out);
    }

    /**
     * Whether the cost at a node and level depends on the density there alone. Then F'[m] dm is a product with a field of slopes, which a
     * solver computes once for many directions dm.
     */
    default boolean isLocal() {
        return false;
    }
}
