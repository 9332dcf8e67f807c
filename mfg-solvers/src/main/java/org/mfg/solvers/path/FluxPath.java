package org.mfg.solvers.path;

import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * In each time step the flux of that step's Hamiltonian, of those that bring their own.
 *
 * @param levels by step
 */
record FluxPath(Steps steps, NumericalHamiltonian[] levels) implements NumericalHamiltonian {

    private NumericalHamiltonian at(double t) {
        return levels[steps.at(t)];
    }

    @Override
    public double value(double t, double[] x, double[] q, double m) {
        return at(t).value(t, x, q, m);
    }

    @Override
    public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
        at(t).gradient(t, x, q, m, gradient);
    }

    @Override
    public void hessian(double t, double[] x, double[] q, double m, double[] hessian) {
        at(t).hessian(t, x, q, m, hessian);
    }

    @Override
    public double densityDerivative(double t, double[] x, double[] q, double m) {
        return at(t).densityDerivative(t, x, q, m);
    }

    @Override
    public void mixedDerivative(double t, double[] x, double[] q, double m, double[] mixed) {
        at(t).mixedDerivative(t, x, q, m, mixed);
    }

    @Override
    public double policy(double t, double[] x, double[] q, double m, double[] drift, double[] gradient) {
        return at(t).policy(t, x, q, m, drift, gradient);
    }

    @Override
    public boolean couplesSides() {
        return levels[0].couplesSides();
    }

    @Override
    public void values(
            double t,
            double[][] x,
            int from,
            int to,
            double[][] q,
            double[] m,
            int mAt,
            double[] value,
            double[] node) {
        at(t).values(t, x, from, to, q, m, mAt, value, node);
    }

    @Override
    public void gradients(
            double t,
            double[][] x,
            int from,
            int to,
            double[][] q,
            double[] m,
            int mAt,
            double[][] gradient,
            double[] node,
            double[] nodeGradient) {
        at(t).gradients(t, x, from, to, q, m, mAt, gradient, node, nodeGradient);
    }
}
