package org.mfg.solvers.constrained;

/**
 * An iterate: a strategy u with the population m that plays it, the pressure P and the slack s of a ceiling, and by how much the equations do not hold.
 * All are fields; pressure and slack are not used without a ceiling.
 */
final class Point {
    final double[] u;
    /** The momenta of the policy that is played, where they are unknowns of their own; empty where they are Du. */
    final double[] p;

    final double[] m;
    final double[] pressure;
    final double[] slack;
    /** r: of the agents' equation, and at the last level of the target. */
    final double[] residual;
    /** m + s - m_max. */
    final double[] excess;

    /** @param momenta the size of a field of momenta, or 0 */
    Point(int size, int momenta) {
        u = new double[size];
        p = new double[momenta];
        m = new double[size];
        pressure = new double[size];
        slack = new double[size];
        residual = new double[size];
        excess = new double[size];
    }

    /** Copies the unknowns; what follows from them is measured again. */
    void set(Point other) {
        System.arraycopy(other.u, 0, u, 0, u.length);
        System.arraycopy(other.p, 0, p, 0, p.length);
        System.arraycopy(other.pressure, 0, pressure, 0, u.length);
        System.arraycopy(other.slack, 0, slack, 0, u.length);
    }

    /** Becomes another point moved along a direction, but for its momenta. */
    void move(Point from, double step, double[] du, double[] dPressure, double[] dSlack) {
        for (int i = 0; i < u.length; i++) {
            u[i] = from.u[i] + step * du[i];
            pressure[i] = from.pressure[i] + step * dPressure[i];
            slack[i] = from.slack[i] + step * dSlack[i];
        }
    }
}
