package org.mfg.solvers.finitedifferences;

/**
 * The stationary density of agents who die at the rate η and are replaced by newborns of the density m_b,
 *
 * <pre>
 *   Aᵀ W m + η W (m - m_b) = 0,     (I + A/η)ᵀ W m = W m_b,
 * </pre>
 *
 * <p>which is one implicit time step 1/η from m_b: of an M-matrix whatever the strategy, so that m >= 0, and with columns that sum to 1, so that its mass is 1. Nobody needs
 * to come everywhere.
 */
final class MortalCrowd implements StationaryCrowd {
    private final double[] newborn;
    private final ForwardSweep lifetime;

    /**
     * @param newborn m_b, normalised
     * @param lifetime forward sweeps whose time step is 1/η
     */
    MortalCrowd(double[] newborn, ForwardSweep lifetime) {
        this.newborn = newborn;
        this.lifetime = lifetime;
    }

    @Override
    public void solve(double[] u, double[] m) {
        int n = newborn.length;
        System.arraycopy(newborn, 0, m, 0, n);
        lifetime.solve(u, 1, m);
        System.arraycopy(m, n, m, 0, n);
    }
}
