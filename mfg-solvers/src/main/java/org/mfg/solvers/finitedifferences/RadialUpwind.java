package org.mfg.solvers.finitedifferences;

import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/**
 * A radial Hamiltonian at the length of the upwind parts: g = h(r), r² = Σ_k max(q⁻_k, 0)² + min(q⁺_k, 0)² (Achdou and
 * Capuzzo-Dolcetta 2010).
 */
final class RadialUpwind implements NumericalHamiltonian {
    private final RadialHamiltonian hamiltonian;
    private final int sides;
    private final double[] part;

    RadialUpwind(RadialHamiltonian hamiltonian, int dimension) {
        this.hamiltonian = hamiltonian;
        sides = 2 * dimension;
        part = new double[sides];
    }

    /** Stores the upwind parts and gives the length of their vector. */
    private double length(double[] q) {
        double sum = 0;
        for (int s = 0; s < sides; s += 2) {
            double minus = Math.max(q[s], 0);
            double plus = Math.min(q[s + 1], 0);
            part[s] = minus;
            part[s + 1] = plus;
            sum += minus * minus + plus * plus;
        }
        return Math.sqrt(sum);
    }

    @Override
    public double value(double t, double[] x, double[] q, double m) {
        return hamiltonian.radialValue(t, x, length(q), m);
    }

    @Override
    public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
        double r = length(q);
        double slope = r > 0 ? hamiltonian.radialDerivative(t, x, r, m) / r : 0;
        for (int s = 0; s < sides; s++) {
            gradient[s] = slope * part[s];
        }
    }

    /**
     * The Hessian, with h'' replaced by h'/r where that is larger (growth below quadratic). There the feedback is not
     * Lipschitz at 0, as sqrt(r) for h = r^1.5, and Newton's method with h'' jumps from a momentum p near 0 to -p for ever;
     * with the chord h'/r it contracts, by 2 - β a step for h = r^β/β.
     */
    @Override
    public void hessian(double t, double[] x, double[] q, double m, double[] hessian) {
        double r = length(q);
        double second = hamiltonian.radialSecondDerivative(t, x, r, m);
        double slope = r > 0 ? hamiltonian.radialDerivative(t, x, r, m) / r : second;
        second = Math.max(second, slope);
        double rankOne = r > 0 ? (second - slope) / (r * r) : 0;
        for (int s = 0; s < sides; s++) {
            for (int column = 0; column < sides; column++) {
                hessian[s * sides + column] = rankOne * part[s] * part[column];
            }
            hessian[s * sides + s] += part[s] != 0 ? slope : 0;
        }
    }

    @Override
    public double densityDerivative(double t, double[] x, double[] q, double m) {
        return hamiltonian.radialDensityDerivative(t, x, length(q), m);
    }

    @Override
    public void mixedDerivative(double t, double[] x, double[] q, double m, double[] mixed) {
        double r = length(q);
        double slope = r > 0 ? hamiltonian.radialMixedDerivative(t, x, r, m) / r : 0;
        for (int s = 0; s < sides; s++) {
            mixed[s] = slope * part[s];
        }
    }

    @Override
    public boolean couplesSides() {
        return true;
    }
}
