package org.mfg.solvers.finitedifferences;

import org.mfg.api.hamiltonian.RadialHamiltonian;

/**
 * The proximal map of the {@linkplain RadialUpwind radial upwind} form: q_s = p_s / (1 + b_s m h'(r)/r) on the upwind sides, with r the root of
 * r = |q|, and q_s = p_s on the others.
 */
final class RadialProximal implements MomentumProximal {
    private final RadialHamiltonian hamiltonian;
    private final Length root = new Length();
    private double fall;

    RadialProximal(RadialHamiltonian hamiltonian) {
        this.hamiltonian = hamiltonian;
    }

    @Override
    public double nearest(double t, double[] x, double m, double[] p, double[] b, double[] q) {
        double r = root.of(t, x, m, p, b);
        double slope = r > 0 ? hamiltonian.radialDerivative(t, x, r, m) : 0;
        double squares = 0;
        double weight = 0;
        for (int s = 0; s < p.length; s++) {
            if (isUpwind(s, p[s])) {
                q[s] = r > 0 ? p[s] / (1 + b[s] * m * slope / r) : 0;
                squares += q[s] * q[s];
                weight += b[s] * q[s] * q[s];
            } else {
                q[s] = p[s];
            }
        }
        double mean = squares > 0 ? weight / squares : 0;
        double curvature = r > 0 ? hamiltonian.radialSecondDerivative(t, x, r, m) : 0;
        fall = mean * slope * slope / (1 + mean * m * curvature);
        return hamiltonian.radialValue(t, x, r, m);
    }

    @Override
    public double fall() {
        return fall;
    }

    private static boolean isUpwind(int s, double p) {
        return (s & 1) == 0 ? p > 0 : p < 0;
    }

    /** r - |q(r)|, which has one root: the problem is strictly convex. */
    private final class Length extends RisingRoot {
        private double t;
        private double[] x = {};
        private double m;
        private double[] p = {};
        private double[] b = {};
        private double slope;

        double of(double t, double[] x, double m, double[] p, double[] b) {
            this.t = t;
            this.x = x;
            this.m = m;
            this.p = p;
            this.b = b;
            double squares = 0;
            for (int s = 0; s < p.length; s++) {
                squares += isUpwind(s, p[s]) ? p[s] * p[s] : 0;
            }
            double longest = Math.sqrt(squares);
            if (longest == 0 || m == 0) {
                return longest;
            }
            double curvature = Math.max(0, hamiltonian.radialSecondDerivative(t, x, longest, m));
            return find(0, longest, longest / (1 + b[0] * m * curvature));
        }

        @Override
        double value(double r) {
            double derivative = hamiltonian.radialDerivative(t, x, r, m);
            double chord = derivative / r;
            double change = (Math.max(0, hamiltonian.radialSecondDerivative(t, x, r, m)) - chord) / r;
            double squares = 0;
            double turn = 0;
            for (int s = 0; s < p.length; s++) {
                if (isUpwind(s, p[s])) {
                    double q = p[s] / (1 + b[s] * m * chord);
                    squares += q * q;
                    turn += q * q * b[s] * m * change / (1 + b[s] * m * chord);
                }
            }
            double length = Math.sqrt(squares);
            slope = 1 + (length > 0 ? turn / length : 0);
            return r - length;
        }

        @Override
        double slope() {
            return slope;
        }
    }
}
