package org.mfg.solvers.path;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/**
 * In each time step the axiswise Hamiltonian of that step.
 *
 * @param levels by step
 */
record AxiswisePath(Steps steps, AxiswiseHamiltonian[] levels) implements AxiswiseHamiltonian {

    private AxiswiseHamiltonian at(double t) {
        return levels[steps.at(t)];
    }

    @Override
    public double axisValue(int axis, double t, double[] x, double p, double m) {
        return at(t).axisValue(axis, t, x, p, m);
    }

    @Override
    public double axisDerivative(int axis, double t, double[] x, double p, double m) {
        return at(t).axisDerivative(axis, t, x, p, m);
    }

    @Override
    public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
        return at(t).axisSecondDerivative(axis, t, x, p, m);
    }

    @Override
    public double axisMinimizer(int axis, double t, double[] x, double m) {
        return at(t).axisMinimizer(axis, t, x, m);
    }

    @Override
    public double axisDensityDerivative(int axis, double t, double[] x, double p, double m) {
        return at(t).axisDensityDerivative(axis, t, x, p, m);
    }

    @Override
    public double axisMixedDerivative(int axis, double t, double[] x, double p, double m) {
        return at(t).axisMixedDerivative(axis, t, x, p, m);
    }

    @Override
    public boolean dependsOnDensity() {
        return levels[0].dependsOnDensity();
    }
}
