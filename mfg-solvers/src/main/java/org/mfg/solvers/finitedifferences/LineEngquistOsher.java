package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * The Engquist-Osher form of any Hamiltonian on a line: g = H(max(q⁻, p*)) + H(min(q⁺, p*)) - H(p*), with p* the minimiser of H
 * (Engquist and Osher 1981).
 *
 * <p>A difference q lies above p* where H_p(q) > 0, so p* itself is asked for only where u has an extremum: where agents leave to both
 * sides, or to neither. There it is searched for, once for each density, from the last one of the node.
 */
final class LineEngquistOsher implements NumericalHamiltonian {
    private final Hamiltonian hamiltonian;
    private final Term value;
    private final Term densityDerivative;
    private final LineMinimizer minimizer;
    private final double[] p = new double[1];
    private final double[] out = new double[1];

    /** H or ∂H/∂m. */
    @FunctionalInterface
    private interface Term {
        double at(double t, double[] x, double[] p, double m);
    }

    /** @param positions of the nodes */
    LineEngquistOsher(Hamiltonian hamiltonian, double[][] positions) {
        this.hamiltonian = hamiltonian;
        value = hamiltonian::value;
        densityDerivative = hamiltonian::densityDerivative;
        minimizer = new LineMinimizer(hamiltonian, positions);
    }

    @Override
    public boolean couplesSides() {
        return false;
    }

    private double slope(double t, double[] x, double momentum, double m) {
        p[0] = momentum;
        hamiltonian.momentumGradient(t, x, p, m, out);
        return out[0];
    }

    /** H_p(q⁻) where that leads down, else 0: so too at a state constraint, where q⁻ is infinite. */
    private double slopeDown(double t, double[] x, double qMinus, double m) {
        return qMinus > Double.NEGATIVE_INFINITY ? Math.max(slope(t, x, qMinus, m), 0) : 0;
    }

    private double slopeUp(double t, double[] x, double qPlus, double m) {
        return qPlus < Double.POSITIVE_INFINITY ? Math.min(slope(t, x, qPlus, m), 0) : 0;
    }

    @Override
    public double value(double t, double[] x, double[] q, double m) {
        return split(value, t, x, q, m);
    }

    /** f(max(q⁻, p*)) + f(min(q⁺, p*)) - f(p*). */
    private double split(Term f, double t, double[] x, double[] q, double m) {
        boolean down = slopeDown(t, x, q[0], m) > 0;
        boolean up = slopeUp(t, x, q[1], m) < 0;
        if (down != up) {
            return at(f, t, x, down ? q[0] : q[1], m);
        }
        double least = at(f, t, x, minimizer.at(t, x, m), m);
        return down ? at(f, t, x, q[0], m) + at(f, t, x, q[1], m) - least : least;
    }

    private double at(Term f, double t, double[] x, double momentum, double m) {
        p[0] = momentum;
        return f.at(t, x, p, m);
    }

    @Override
    public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
        gradient[0] = slopeDown(t, x, q[0], m);
        gradient[1] = slopeUp(t, x, q[1], m);
    }

    @Override
    public void hessian(double t, double[] x, double[] q, double m, double[] hessian) {
        Arrays.fill(hessian, 0);
        hessian[0] = curvature(t, x, q[0], m, 1);
        hessian[3] = curvature(t, x, q[1], m, -1);
    }

    /** @param outward the sign of the slopes that lead out */
    private double curvature(double t, double[] x, double momentum, double m, int outward) {
        if (Double.isInfinite(momentum)) {
            return 0;
        }
        double beyond = outward * slope(t, x, momentum, m);
        if (beyond > 0) {
            return curvature(t, x, momentum, m);
        }
        return beyond == 0 ? EngquistOsher.atKink(curvature(t, x, momentum, m)) : 0;
    }

    private double curvature(double t, double[] x, double momentum, double m) {
        p[0] = momentum;
        hamiltonian.momentumHessian(t, x, p, m, out);
        return out[0];
    }

    /** As p* is stationary, that of each H at its momentum. */
    @Override
    public double densityDerivative(double t, double[] x, double[] q, double m) {
        return split(densityDerivative, t, x, q, m);
    }

    /** By a central difference of ∂g/∂q: a general Hamiltonian does not give this derivative. */
    @Override
    public void mixedDerivative(double t, double[] x, double[] q, double m, double[] mixed) {
        if (!hamiltonian.dependsOnDensity()) {
            Arrays.fill(mixed, 0);
            return;
        }
        double e = CentralHamiltonian.densityStep(m);
        mixed[0] = (slopeDown(t, x, q[0], m + e) - slopeDown(t, x, q[0], m - e)) / (2 * e);
        mixed[1] = (slopeUp(t, x, q[1], m + e) - slopeUp(t, x, q[1], m - e)) / (2 * e);
    }
}
