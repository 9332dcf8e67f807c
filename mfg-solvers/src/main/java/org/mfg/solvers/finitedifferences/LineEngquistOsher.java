package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * The Engquist-Osher form of any Hamiltonian on a line: g = H(max(q⁻, p*)) + H(min(q⁺, p*)) - H(p*), with p* the minimiser of H
 * (Engquist and Osher 1981).
 *
 * <p>A difference q lies above p* where H_p(q) > 0, so p* itself is asked for only where u has an extremum: where agents leave to both
 * sides, or to neither. There it is searched for, once for each density, from the last one of the node.
 */
final class LineEngquistOsher implements NumericalHamiltonian {
    private final Hamiltonian hamiltonian;
    private final LineMinimizer minimizer;
    private final double[] p = new double[1];
    private final double[] out = new double[1];

    /** @param positions of the nodes */
    LineEngquistOsher(Hamiltonian hamiltonian, double[][] positions) {
        this.hamiltonian = hamiltonian;
        minimizer = new LineMinimizer(hamiltonian, positions);
    }

    @Override
    public boolean couplesSides() {
        return false;
    }

    private double slope(double[] x, double momentum, double m) {
        p[0] = momentum;
        hamiltonian.momentumGradient(x, p, m, out);
        return out[0];
    }

    /** H_p(q⁻) where that leads down, else 0: so too at a state constraint, where q⁻ is infinite. */
    private double slopeDown(double[] x, double qMinus, double m) {
        return qMinus > Double.NEGATIVE_INFINITY ? Math.max(slope(x, qMinus, m), 0) : 0;
    }

    private double slopeUp(double[] x, double qPlus, double m) {
        return qPlus < Double.POSITIVE_INFINITY ? Math.min(slope(x, qPlus, m), 0) : 0;
    }

    @Override
    public double value(double[] x, double[] q, double m) {
        boolean down = slopeDown(x, q[0], m) > 0;
        boolean up = slopeUp(x, q[1], m) < 0;
        if (down != up) {
            return valueAt(x, down ? q[0] : q[1], m);
        }
        double least = valueAt(x, minimizer.at(x, m), m);
        return down ? valueAt(x, q[0], m) + valueAt(x, q[1], m) - least : least;
    }

    private double valueAt(double[] x, double momentum, double m) {
        p[0] = momentum;
        return hamiltonian.value(x, p, m);
    }

    @Override
    public void gradient(double[] x, double[] q, double m, double[] gradient) {
        gradient[0] = slopeDown(x, q[0], m);
        gradient[1] = slopeUp(x, q[1], m);
    }

    @Override
    public void hessian(double[] x, double[] q, double m, double[] hessian) {
        Arrays.fill(hessian, 0);
        if (slopeDown(x, q[0], m) > 0) {
            hessian[0] = curvature(x, q[0], m);
        }
        if (slopeUp(x, q[1], m) < 0) {
            hessian[3] = curvature(x, q[1], m);
        }
    }

    private double curvature(double[] x, double momentum, double m) {
        p[0] = momentum;
        hamiltonian.momentumHessian(x, p, m, out);
        return out[0];
    }

    @Override
    public double densityDerivative(double[] x, double[] q, double m) {
        boolean down = slopeDown(x, q[0], m) > 0;
        boolean up = slopeUp(x, q[1], m) < 0;
        if (down != up) {
            return densityDerivativeAt(x, down ? q[0] : q[1], m);
        }
        double least = densityDerivativeAt(x, minimizer.at(x, m), m);
        return down ? densityDerivativeAt(x, q[0], m) + densityDerivativeAt(x, q[1], m) - least : least;
    }

    private double densityDerivativeAt(double[] x, double momentum, double m) {
        p[0] = momentum;
        return hamiltonian.densityDerivative(x, p, m);
    }

    /** By a central difference of ∂g/∂q: a general Hamiltonian does not give this derivative. */
    @Override
    public void mixedDerivative(double[] x, double[] q, double m, double[] mixed) {
        if (!hamiltonian.dependsOnDensity()) {
            Arrays.fill(mixed, 0);
            return;
        }
        double e = Math.min(Math.cbrt(Math.ulp(1.0)) * Math.max(1, m), Math.max(0.5 * m, Double.MIN_NORMAL));
        mixed[0] = (slopeDown(x, q[0], m + e) - slopeDown(x, q[0], m - e)) / (2 * e);
        mixed[1] = (slopeUp(x, q[1], m + e) - slopeUp(x, q[1], m - e)) / (2 * e);
    }
}
