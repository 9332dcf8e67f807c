package org.mfg.api.hamiltonian;

/**
 * A Hamiltonian that is a sum over the axes, H(t, x, p, m) = Σ_k H_k(t, x, p_k, m), each H_k convex in p_k with a minimiser
 * p*_k. Discretised by the Engquist-Osher form of each H_k, split at p*_k.
 *
 * <p>The author writes H_k and its derivative; the rest follows.
 */
public interface AxiswiseHamiltonian extends Hamiltonian {

    /**
     * H_k(t, x, p, m).
     *
     * @param axis the axis k, from 0
     * @param t the time; of a stationary game it says nothing
     * @param x the position, d entries
     * @param p the momentum along the axis
     * @param m the density, >= 0
     */
    double axisValue(int axis, double t, double[] x, double p, double m);

    /** The derivative ∂H_k/∂p (t, x, p, m), non-decreasing in p. */
    double axisDerivative(int axis, double t, double[] x, double p, double m);

    /** The second derivative ∂²H_k/∂p² (t, x, p, m) >= 0; by a central difference unless overridden. */
    default double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
        double e = Differences.step(p);
        return (axisDerivative(axis, t, x, p + e, m) - axisDerivative(axis, t, x, p - e, m)) / (2 * e);
    }

    /** The minimiser p*_k(t, x, m) of H_k, where ∂H_k/∂p changes sign; 0 unless overridden. Infinite where H_k only falls or only rises. */
    default double axisMinimizer(int axis, double t, double[] x, double m) {
        return 0;
    }

    /** ∂H_k/∂m (t, x, p, m); by a central difference where H depends on m, unless overridden. */
    default double axisDensityDerivative(int axis, double t, double[] x, double p, double m) {
        if (!dependsOnDensity()) {
            return 0;
        }
        double e = Differences.densityStep(m);
        return (axisValue(axis, t, x, p, m + e) - axisValue(axis, t, x, p, m - e)) / (2 * e);
    }

    /** ∂²H_k/∂p∂m (t, x, p, m); by a central difference where H depends on m, unless overridden. */
    default double axisMixedDerivative(int axis, double t, double[] x, double p, double m) {
        if (!dependsOnDensity()) {
            return 0;
        }
        double e = Differences.densityStep(m);
        return (axisDerivative(axis, t, x, p, m + e) - axisDerivative(axis, t, x, p, m - e)) / (2 * e);
    }

    @Override
    default double value(double t, double[] x, double[] p, double m) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += axisValue(k, t, x, p[k], m);
        }
        return sum;
    }

    @Override
    default void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
        for (int k = 0; k < p.length; k++) {
            gradient[k] = axisDerivative(k, t, x, p[k], m);
        }
    }

    @Override
    default void momentumHessian(double t, double[] x, double[] p, double m, double[] hessian) {
        int d = p.length;
        for (int k = 0; k < d; k++) {
            for (int l = 0; l < d; l++) {
                hessian[k * d + l] = k == l ? axisSecondDerivative(k, t, x, p[k], m) : 0;
            }
        }
    }

    @Override
    default double densityDerivative(double t, double[] x, double[] p, double m) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += axisDensityDerivative(k, t, x, p[k], m);
        }
        return sum;
    }
}
