package org.mfg.api.game;

import org.mfg.api.hamiltonian.RadialHamiltonian;

/** H = ½|p|². */
final class Quadratic implements RadialHamiltonian {
    @Override
    public double radialValue(double t, double[] x, double r, double m) {
        return 0.5 * r * r;
    }

    @Override
    public double radialDerivative(double t, double[] x, double r, double m) {
        return r;
    }
}
