package org.mfg.app.randomgames;

import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * H = √(1 + pᵀ A p) - 1 + b p_1 with A = (1 c; c 1): neither a sum over the axes nor radial. Convex for |c| < 1; speeds are at most
 * √(1 + |c|) + |b|.
 */
record CrossedHamiltonian(double b, double c) implements Hamiltonian {

    private double root(double[] p) {
        double cross = p.length > 1 ? 2 * c * p[0] * p[1] : 0;
        double squares = 0;
        for (double pk : p) {
            squares += pk * pk;
        }
        return Math.sqrt(1 + squares + cross);
    }

    double maxSpeed() {
        return Math.sqrt(1 + Math.abs(c)) + Math.abs(b);
    }

    @Override
    public double value(double t, double[] x, double[] p, double m) {
        return root(p) - 1 + b * p[0];
    }

    @Override
    public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
        double root = root(p);
        for (int k = 0; k < p.length; k++) {
            double other = p.length > 1 ? c * p[1 - k] : 0;
            gradient[k] = (p[k] + other) / root + (k == 0 ? b : 0);
        }
    }
}
