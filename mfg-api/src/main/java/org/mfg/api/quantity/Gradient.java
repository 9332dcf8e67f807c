package org.mfg.api.quantity;

/** The derivative of a number J in both fields: J changes by Σ J_u du + Σ J_m dm, sums over all entries without weights. */
public final class Gradient {
    private final double[] u;
    private final double[] m;
    private final double[] pressure;

    /**
     * @param u ∂J/∂u, a field
     * @param m ∂J/∂m, a field
     */
    public Gradient(double[] u, double[] m) {
        this(u, m, new double[0]);
    }

    private Gradient(double[] u, double[] m, double[] pressure) {
        this.u = u;
        this.m = m;
        this.pressure = pressure;
    }

    /**
     * With the derivative in the {@linkplain org.mfg.api.discrete.DiscreteGame#pressure pressure} of a ceiling besides.
     *
     * @param byPressure ∂J/∂P, a field
     */
    public Gradient withPressure(double[] byPressure) {
        return new Gradient(u, m, byPressure);
    }

    /** ∂J/∂u, a field. */
    public double[] u() {
        return u;
    }

    /** ∂J/∂m, a field. */
    public double[] m() {
        return m;
    }

    /** ∂J/∂P, a field; empty where J does not depend on a pressure. */
    public double[] pressure() {
        return pressure;
    }

    /** The change of J along (du, dm). */
    public double along(double[] du, double[] dm) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * du[i] + m[i] * dm[i];
        }
        return sum;
    }

    /** The change of J along dP. */
    public double alongPressure(double[] change) {
        double sum = 0;
        for (int i = 0; i < pressure.length; i++) {
            sum += pressure[i] * change[i];
        }
        return sum;
    }
}
