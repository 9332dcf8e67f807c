package org.mfg.solvers.finitedifferences;

/**
 * The proximal map of m times a numerical Hamiltonian g at a node: the q that minimises
 *
 * <pre>
 *   m g(t, x, q) + Σ_s (q_s - p_s)² / (2 b_s),
 * </pre>
 *
 * <p>so that q_s + b_s m ∂g/∂q_s = p_s. By Moreau's identity it is the proximal map of the cost of fluxes, m g*(ω/m), too: ω_s = (p_s - q_s)/b_s. The
 * conjugate g*, the Lagrangian, is needed nowhere. An instance may own work arrays: it is called by one thread at a time.
 */
interface MomentumProximal {

    /**
     * Writes q and gives g(t, x, q).
     *
     * @param m the density, >= 0
     * @param p 2d entries; left as they are
     * @param b 2d entries > 0
     */
    double nearest(double t, double[] x, double m, double[] p, double[] b, double[] q);

    /** -dg(q)/dm >= 0 at the q last found: how fast the speed's worth falls with the density. */
    double fall();
}
