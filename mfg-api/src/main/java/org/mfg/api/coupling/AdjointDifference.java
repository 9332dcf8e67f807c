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
        double[] at = new double[m.length];
        double[] difference = new double[m.length];
        for (int sign = -1; sign <= 1; sign += 2) {
            for (int i = 0; i < at.length; i++) {
                at[i] = m[i] + sign * step * dm[i];
                difference[i] = -difference[i];
            }
            coupling.addAdjoint(at, dv, first, last, difference);
        }
        for (int i = 0; i < at.length; i++) {
            out[i] += difference[i] / (2 * step);
        }
    }

    private static double largest(double[] field) {
        double largest = 0;
        for (double value : field) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
