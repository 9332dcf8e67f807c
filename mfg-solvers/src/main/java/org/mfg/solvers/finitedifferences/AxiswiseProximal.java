package org.mfg.solvers.finitedifferences;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/**
 * The proximal map of the {@linkplain EngquistOsher Engquist-Osher} form. Each side is on its own: a momentum q_s = p_s on the flat side of the minimiser p*_k of
 * H_k, and beyond it the root between p*_k and p_s of q + b m H_k'(q) = p_s, which a Newton step from p_s meets where H_k is quadratic.
 */
final class AxiswiseProximal implements MomentumProximal {
    private final AxiswiseHamiltonian hamiltonian;
    private final EngquistOsher flux;
    private final Side root = new Side();
    private double fall;

    AxiswiseProximal(AxiswiseHamiltonian hamiltonian, int dimension) {
        this.hamiltonian = hamiltonian;
        flux = new EngquistOsher(hamiltonian, dimension);
    }

    @Override
    public double nearest(double t, double[] x, double m, double[] p, double[] b, double[] q) {
        fall = 0;
        for (int s = 0; s < p.length; s++) {
            double minimizer = hamiltonian.axisMinimizer(s / 2, t, x, m);
            boolean isUpwind = (s & 1) == 0 ? p[s] > minimizer : p[s] < minimizer;
            q[s] = isUpwind ? root.of(s / 2, t, x, m, p[s], b[s], minimizer) : p[s];
            if (isUpwind) {
                double slope = hamiltonian.axisDerivative(s / 2, t, x, q[s], m);
                double curvature = hamiltonian.axisSecondDerivative(s / 2, t, x, q[s], m);
                fall += b[s] * slope * slope / (1 + b[s] * m * curvature);
            }
        }
        return flux.value(t, x, q, m);
    }

    @Override
    public double fall() {
        return fall;
    }

    /** q + b m H_k'(q) - p, which rises with q. */
    private final class Side extends RisingRoot {
        private int axis;
        private double t;
        private double[] x = {};
        private double m;
        private double p;
        private double b;
        private double at;

        double of(int axis, double t, double[] x, double m, double p, double b, double minimizer) {
            this.axis = axis;
            this.t = t;
            this.x = x;
            this.m = m;
            this.p = p;
            this.b = b;
            double slope = hamiltonian.axisDerivative(axis, t, x, p, m);
            double curvature = Math.max(0, hamiltonian.axisSecondDerivative(axis, t, x, p, m));
            double far = p - b * m * slope;
            double low = far < p ? Math.max(far, Math.min(minimizer, p)) : p;
            double high = far < p ? p : Math.min(far, Math.max(minimizer, p));
            double guess = p - b * m * slope / (1 + b * m * curvature);
            return find(low, high, Math.max(low, Math.min(guess, high)));
        }

        @Override
        double value(double q) {
            at = q;
            return q + b * m * hamiltonian.axisDerivative(axis, t, x, q, m) - p;
        }

        @Override
        double slope() {
            return 1 + b * m * Math.max(0, hamiltonian.axisSecondDerivative(axis, t, x, at, m));
        }
    }
}
