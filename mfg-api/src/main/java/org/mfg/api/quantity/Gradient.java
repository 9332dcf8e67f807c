package org.mfg.api.quantity;

/** The derivative of a number J in both fields: J changes by Σ J_u du + Σ J_m dm, sums over all entries without weights. */
public final class Gradient {
    private final double[] u;
    private final double[] m;

    /**
     * @param u ∂J/∂u, a field
     * @param m ∂J/∂m, a field
     */
    public Gradient(double[] u, double[] m) {
        this.u = u;
        this.m = m;
    }

    /** ∂J/∂u, a field. */
    public double[] u() {
        return u;
    }

    /** ∂J/∂m, a field. */
    public double[] m() {
        return m;
    }

    /** The change of J along (du, dm). */
    public double along(double[] du, double[] dm) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * du[i] + m[i] * dm[i];
        }
        return sum;
    }
}
