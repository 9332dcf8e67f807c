package org.mfg.api.coupling;

/** The derivative of F'[m]* dv in m along dm, by a central difference. */
final class AdjointDifference {
    /** Balances truncation against round-off, relative to the larger of the largest density and 1. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    private AdjointDifference() {}

    static void add(
            DiscreteCoupling coupling, double[] m, double[] dm, double[] dv, int first, int last, double[] out) {
        double largest = largest(dm);
        if (largest == 0) {
            return;
        }
        double step = STEP * Math.max(1, largest(m)) / largest;
        // Apart, and then subtracted: what does not change leaves no round-off.
        double[] above = moved(coupling, m, dm, step, dv, first, last);
        double[] below = moved(coupling, m, dm, -step, dv, first, last);
        for (int i = 0; i < out.length; i++) {
            out[i] += (above[i] - below[i]) / (2 * step);
        }
    }

    private static double[] moved(
            DiscreteCoupling coupling, double[] m, double[] dm, double step, double[] dv, int first, int last) {
        double[] at = new double[m.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = m[i] + step * dm[i];
        }
        double[] adjoint = new double[m.length];
        coupling.addAdjoint(at, dv, first, last, adjoint);
        return adjoint;
    }

    private static double largest(double[] field) {
        double largest = 0;
        for (double value : field) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
