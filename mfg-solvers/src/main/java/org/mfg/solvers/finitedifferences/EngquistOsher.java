package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * The Engquist-Osher form of a axiswise Hamiltonian: g = Σ_k H_k(max(q⁻_k, p*_k)) + H_k(min(q⁺_k, p*_k)) - H_k(p*_k),
 * with p*_k the minimiser of H_k (Engquist and Osher 1981).
 */
final class EngquistOsher implements NumericalHamiltonian {
    private final AxiswiseHamiltonian hamiltonian;
    private final int dimension;

    EngquistOsher(AxiswiseHamiltonian hamiltonian, int dimension) {
        this.hamiltonian = hamiltonian;
        this.dimension = dimension;
    }

    @Override
    public double value(double t, double[] x, double[] q, double m) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            sum += value(k, t, x, q[2 * k], q[2 * k + 1], m);
        }
        return sum;
    }

    private double value(int k, double t, double[] x, double qMinus, double qPlus, double m) {
        double p = hamiltonian.axisMinimizer(k, t, x, m);
        if (qMinus > p) {
            double value = hamiltonian.axisValue(k, t, x, qMinus, m);
            return qPlus < p
                    ? value + hamiltonian.axisValue(k, t, x, qPlus, m) - hamiltonian.axisValue(k, t, x, p, m)
                    : value;
        }
        return hamiltonian.axisValue(k, t, x, Math.min(qPlus, p), m);
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
        Arrays.fill(value, 0, to - from, 0);
        for (int k = 0; k < dimension; k++) {
            double[] qMinus = q[2 * k];
            double[] qPlus = q[2 * k + 1];
            for (int i = from; i < to; i++) {
                value[i - from] += value(k, t, x[i], qMinus[i - from], qPlus[i - from], m[mAt + i]);
            }
        }
    }

    @Override
    public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
        for (int k = 0; k < dimension; k++) {
            double p = hamiltonian.axisMinimizer(k, t, x, m);
            double qMinus = q[2 * k];
            double qPlus = q[2 * k + 1];
            gradient[2 * k] = qMinus > p ? hamiltonian.axisDerivative(k, t, x, qMinus, m) : 0;
            gradient[2 * k + 1] = qPlus < p ? hamiltonian.axisDerivative(k, t, x, qPlus, m) : 0;
        }
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
        for (int k = 0; k < dimension; k++) {
            for (int i = from; i < to; i++) {
                double mi = m[mAt + i];
                double p = hamiltonian.axisMinimizer(k, t, x[i], mi);
                double qMinus = q[2 * k][i - from];
                double qPlus = q[2 * k + 1][i - from];
                gradient[2 * k][i - from] = qMinus > p ? hamiltonian.axisDerivative(k, t, x[i], qMinus, mi) : 0;
                gradient[2 * k + 1][i - from] = qPlus < p ? hamiltonian.axisDerivative(k, t, x[i], qPlus, mi) : 0;
            }
        }
    }

    @Override
    public void hessian(double t, double[] x, double[] q, double m, double[] hessian) {
        Arrays.fill(hessian, 0);
        int sides = 2 * dimension;
        for (int k = 0; k < dimension; k++) {
            double p = hamiltonian.axisMinimizer(k, t, x, m);
            int minus = 2 * k;
            int plus = minus + 1;
            hessian[minus * sides + minus] = curvature(k, t, x, q[minus], m, q[minus] - p);
            hessian[plus * sides + plus] = curvature(k, t, x, q[plus], m, p - q[plus]);
        }
    }

    /** @param beyond by how much q lies on the side of p* where agents leave */
    private double curvature(int k, double t, double[] x, double q, double m, double beyond) {
        if (beyond > 0) {
            return hamiltonian.axisSecondDerivative(k, t, x, q, m);
        }
        return beyond == 0 ? atKink(hamiltonian.axisSecondDerivative(k, t, x, q, m)) : 0;
    }

    /**
     * The second derivative of max(p - p*, 0)² and the like at p* itself: the mean of both sides, an element of Clarke's generalised one. With 0 no cost would move a crowd
     * that rests, whose differences round to p* by the hundred. 0 where it is infinite, since drifts are no Lipschitz function of momenta there.
     */
    static double atKink(double curvature) {
        return Double.isFinite(curvature) ? 0.5 * curvature : 0;
    }

    @Override
    public double densityDerivative(double t, double[] x, double[] q, double m) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            double p = hamiltonian.axisMinimizer(k, t, x, m);
            sum += hamiltonian.axisDensityDerivative(k, t, x, Math.max(q[2 * k], p), m)
                    + hamiltonian.axisDensityDerivative(k, t, x, Math.min(q[2 * k + 1], p), m)
                    - hamiltonian.axisDensityDerivative(k, t, x, p, m);
        }
        return sum;
    }

    @Override
    public void mixedDerivative(double t, double[] x, double[] q, double m, double[] mixed) {
        for (int k = 0; k < dimension; k++) {
            double p = hamiltonian.axisMinimizer(k, t, x, m);
            mixed[2 * k] = q[2 * k] > p ? hamiltonian.axisMixedDerivative(k, t, x, q[2 * k], m) : 0;
            mixed[2 * k + 1] = q[2 * k + 1] < p ? hamiltonian.axisMixedDerivative(k, t, x, q[2 * k + 1], m) : 0;
        }
    }

    @Override
    public boolean couplesSides() {
        return false;
    }
}
