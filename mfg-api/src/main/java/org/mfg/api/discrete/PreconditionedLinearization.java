package org.mfg.api.discrete;

import org.jspecify.annotations.Nullable;

/**
 * A linearisation that has an approximate inverse of the coupled system: of the map A that takes du to
 *
 * <pre>
 *   A du = L du - F' dm,   L* dm = -C du
 * </pre>
 *
 * <p>Newton's method asks for it where its linear systems are hard, of small viscosity or strong coupling. What a discretisation offers here changes
 * how fast they are solved, never what of: the residuals that count are those of A.
 */
public interface PreconditionedLinearization extends Linearization {

    /**
     * Makes the approximate inverse at the pair (u, m) of this linearisation, once; the other methods ask for it.
     *
     * @return false where there is none, as for a coupling that is nowhere an aversion
     */
    boolean prepare();

    /** Writes L du - F' dm, all levels; no system is solved. dm may be null for zero. */
    void image(double @Nullable [] dm, double[] du, double[] image);

    /** Writes du with A du about equal to the residual: a linear map, the same at every call. */
    void precondition(double[] residual, double[] du);

    /** The work of {@link #precondition} in that of a linear forward and backward sweep. */
    double cost();
}
