package org.mfg.solvers.finitedifferences;

/** How a residual changes with both fields, by central differences. */
final class ResidualChange {
    private static final double STEP = 1e-6;

    private ResidualChange() {}

    /** A residual of a pair of fields. */
    interface Residual {
        void write(double[] u, double[] m, double[] out);
    }

    /** The derivative of a residual at (u, m) in the direction (du, dm). */
    static double[] of(Residual residual, double[] u, double[] m, double[] du, double[] dm) {
        double[] above = new double[u.length];
        double[] below = new double[u.length];
        residual.write(moved(u, STEP, du), moved(m, STEP, dm), above);
        residual.write(moved(u, -STEP, du), moved(m, -STEP, dm), below);
        for (int i = 0; i < above.length; i++) {
            above[i] = (above[i] - below[i]) / (2 * STEP);
        }
        return above;
    }

    private static double[] moved(double[] field, double step, double[] direction) {
        double[] moved = field.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }
}
