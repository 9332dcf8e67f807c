package org.mfg.api.hamiltonian;

/** Central differences for the derivatives that a Hamiltonian does not give. */
final class Differences {
    /** The cube root of the unit round-off: balances truncation against cancellation in a central difference. */
    private static final double RELATIVE_STEP = Math.cbrt(Math.ulp(1.0));

    private Differences() {}

    static double step(double at) {
        return RELATIVE_STEP * Math.max(1, Math.abs(at));
    }

    /** The same at a density, where it is half of it at the most: a density is never below 0. */
    static double densityStep(double m) {
        return Math.min(step(m), Math.max(0.5 * m, Double.MIN_NORMAL));
    }

    static void momentumHessian(Hamiltonian h, double t, double[] x, double[] p, double m, double[] hessian) {
        int d = p.length;
        double[] q = p.clone();
        double[] plus = new double[d];
        double[] minus = new double[d];
        for (int k = 0; k < d; k++) {
            double e = step(p[k]);
            q[k] = p[k] + e;
            h.momentumGradient(t, x, q, m, plus);
            q[k] = p[k] - e;
            h.momentumGradient(t, x, q, m, minus);
            q[k] = p[k];
            for (int l = 0; l < d; l++) {
                hessian[l * d + k] = (plus[l] - minus[l]) / (2 * e);
            }
        }
    }

    static double densityDerivative(Hamiltonian h, double t, double[] x, double[] p, double m) {
        double e = densityStep(m);
        return (h.value(t, x, p, m + e) - h.value(t, x, p, m - e)) / (2 * e);
    }
}
