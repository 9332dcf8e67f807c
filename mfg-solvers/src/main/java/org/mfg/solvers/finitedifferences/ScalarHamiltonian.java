package org.mfg.solvers.finitedifferences;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * Any Hamiltonian in one dimension as a axiswise one: there is one axis. The minimiser, where H_p changes sign, is
 * bracketed and bisected; one far below 0 or far above it counts as infinite.
 */
final class ScalarHamiltonian implements AxiswiseHamiltonian {
    private static final double FAR = 1e12;

    private final Hamiltonian hamiltonian;
    private final double[] p = new double[1];
    private final double[] out = new double[1];

    ScalarHamiltonian(Hamiltonian hamiltonian) {
        this.hamiltonian = hamiltonian;
    }

    @Override
    public double axisValue(int axis, double t, double[] x, double momentum, double m) {
        p[0] = momentum;
        return hamiltonian.value(t, x, p, m);
    }

    @Override
    public double axisDerivative(int axis, double t, double[] x, double momentum, double m) {
        p[0] = momentum;
        hamiltonian.momentumGradient(t, x, p, m, out);
        return out[0];
    }

    @Override
    public double axisSecondDerivative(int axis, double t, double[] x, double momentum, double m) {
        p[0] = momentum;
        hamiltonian.momentumHessian(t, x, p, m, out);
        return out[0];
    }

    @Override
    public boolean dependsOnDensity() {
        return hamiltonian.dependsOnDensity();
    }

    @Override
    public double axisDensityDerivative(int axis, double t, double[] x, double momentum, double m) {
        p[0] = momentum;
        return hamiltonian.densityDerivative(t, x, p, m);
    }

    @Override
    public double axisMinimizer(int axis, double t, double[] x, double m) {
        if (axisDerivative(axis, t, x, 0, m) == 0) {
            return 0;
        }
        double reach = 1;
        while (reach < FAR && axisDerivative(axis, t, x, reach, m) < 0) {
            reach *= 4;
        }
        double high = reach;
        reach = 1;
        while (reach < FAR && axisDerivative(axis, t, x, -reach, m) > 0) {
            reach *= 4;
        }
        double low = -reach;
        for (double middle = 0.5 * (low + high); low < middle && middle < high; middle = 0.5 * (low + high)) {
            if (axisDerivative(axis, t, x, middle, m) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
