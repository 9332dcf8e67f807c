package org.mfg.api.discrete;

/**
 * A discrete game whose policy has momenta p of its own, near Du: for Newton's method where the drift is too steep a function of the momentum to be
 * linearised in u. Where H = |p|^β/β with β < 2 has p = 0, ∂²g/∂q² is infinite, and Newton's method on √p = a jumps from p to -p for ever; but p is a smooth function of
 * the drift. So the crowd plays the policy of p, and the equations are
 *
 * <pre>
 *   r(u, m) = 0,   m = forward(p),   p = Du,
 *   L du = F' dm - r,   L* dm = -C du + b,   L and L* of p, C of K
 *   W b = -Dᵀ Δt w m K (Du - p),   ∂g/∂q(p_new) = ∂g/∂q(p) + K (Du + D du - p)
 * </pre>
 *
 * <p>with the step below. It is Newton's in u and the drift, K about ∂²g/∂q² from p to Du. H does not depend on the density, and couplings are local. A field of momenta is a flat array of {@link
 * #size()} entries.
 */
public interface MomentumForm {

    /** The number of entries of a field of momenta. */
    int size();

    /** Writes q = Du. */
    void differences(double[] u, double[] q);

    /** Writes q = Du + Dv, which has digits that D(u + v) of the rounded sum has lost: where drifts are steep they matter. */
    default void differences(double[] u, double[] v, double[] q) {
        double[] more = new double[q.length];
        differences(u, q);
        differences(v, more);
        for (int i = 0; i < q.length; i++) {
            q[i] += more[i];
        }
    }

    /** Solves the discrete Fokker-Planck equation of the crowd that plays the policy of p. */
    void forward(double[] p, double[] m);

    /** Writes the residual of that equation, as {@link DiscreteGame#forwardResidual} does. */
    void forwardResidual(double[] p, double[] m, double[] residual);

    /** The length of Δt V (q - p), V the speed at which the domain is crossed within the horizon: in the units of the residual r. */
    double distance(double[] q, double[] p);

    /** Linearises both equations with the policy of p and its crowd m, and K from p to q = Du, which lag and move have too; valid until the next call. */
    StepwiseLinearization linearize(double[] p, double[] q, double[] m);

    /**
     * Writes b, for what the policy of p lags behind that of q = Du.
     *
     * @param m the crowd that plays p, a field
     * @param source where to write, a field
     */
    void lag(double[] q, double[] p, double[] m, double[] source);

    /**
     * Writes the momenta of the drift ∂g/∂q(p) + s K (ahead - p).
     *
     * @param ahead Du + D du
     * @param step s, in (0, 1]
     * @param moved where to write
     */
    void move(double[] p, double[] ahead, double step, double[] moved);
}
