package org.mfg.solvers.path;

import org.mfg.api.hamiltonian.RadialHamiltonian;

/**
 * In each time step the radial Hamiltonian of that step.
 *
 * @param levels by step
 */
record RadialPath(Steps steps, RadialHamiltonian[] levels) implements RadialHamiltonian {

    private RadialHamiltonian at(double t) {
        return levels[steps.at(t)];
    }

    @Override
    public double radialValue(double t, double[] x, double r, double m) {
        return at(t).radialValue(t, x, r, m);
    }

    @Override
    public double radialDerivative(double t, double[] x, double r, double m) {
        return at(t).radialDerivative(t, x, r, m);
    }

    @Override
    public double radialSecondDerivative(double t, double[] x, double r, double m) {
        return at(t).radialSecondDerivative(t, x, r, m);
    }

    @Override
    public double radialDensityDerivative(double t, double[] x, double r, double m) {
        return at(t).radialDensityDerivative(t, x, r, m);
    }

    @Override
    public double radialMixedDerivative(double t, double[] x, double r, double m) {
        return at(t).radialMixedDerivative(t, x, r, m);
    }

    @Override
    public boolean dependsOnDensity() {
        return levels[0].dependsOnDensity();
    }
}
