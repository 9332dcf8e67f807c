package org.mfg.app.randomgames;

import org.mfg.api.hamiltonian.Hamiltonian;

/** H and H_p at one place, with the minimiser on an axis found by bisection: what the numerical Hamiltonians are made of. */
final class Slope {
    private static final double FAR = 1e3;

    private final Hamiltonian hamiltonian;
    private final double t;
    private final double[] x;
    private final double m;

    Slope(Hamiltonian hamiltonian, double t, double[] x, double m) {
        this.hamiltonian = hamiltonian;
        this.t = t;
        this.x = x;
        this.m = m;
    }

    double value(double... p) {
        return hamiltonian.value(t, x, p, m);
    }

    double[] gradient(double... p) {
        double[] gradient = new double[p.length];
        hamiltonian.momentumGradient(t, x, p, m, gradient);
        return gradient;
    }

    /** H on one axis, up to the constant that the other axes add. */
    double along(int axis, double p) {
        return value(onAxis(axis, p));
    }

    double derivativeAlong(int axis, double p) {
        return gradient(onAxis(axis, p))[axis];
    }

    double minimizer(int axis) {
        double low = -FAR;
        double high = FAR;
        for (int k = 0; k < 200; k++) {
            double middle = 0.5 * (low + high);
            if (derivativeAlong(axis, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private double[] onAxis(int axis, double p) {
        double[] momentum = new double[x.length];
        momentum[axis] = p;
        return momentum;
    }
}
