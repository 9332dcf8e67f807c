package org.mfg.solvers.finitedifferences;

import org.mfg.api.hamiltonian.RadialHamiltonian;

/**
 * A radial Hamiltonian at the length of the upwind parts: g = h(r), r² = Σ_k max(q⁻_k, 0)² + min(q⁺_k, 0)² (Achdou and
 * Capuzzo-Dolcetta 2010).
 */
final class RadialUpwind implements SteepFlux {
    private static final double NEAR_REST = 1e-6;
    private static final double STEEP = 0.99;
    /** Of shorter momenta tangents are as large as they have digits for. */
    private static final double LEAST = 1e-8;

    private final RadialHamiltonian hamiltonian;
    private final int sides;
    private final boolean hasTangents;
    private final double[] part;

    RadialUpwind(RadialHamiltonian hamiltonian, int dimension) {
        this(hamiltonian, dimension, false);
    }

    private RadialUpwind(RadialHamiltonian hamiltonian, int dimension, boolean hasTangents) {
        this.hamiltonian = hamiltonian;
        this.hasTangents = hasTangents;
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
        double least = hasTangents ? Math.max(r, LEAST) : r;
        double second = hamiltonian.radialSecondDerivative(t, x, least, m);
        double slope = r > 0 ? hamiltonian.radialDerivative(t, x, least, m) / least : second;
        second = hasTangents && r >= LEAST ? second : Math.max(second, slope);
        for (int s = 0; s < sides; s++) {
            double along = r > 0 ? (second - slope) * (part[s] / r) : 0;
            for (int column = 0; column < sides; column++) {
                hessian[s * sides + column] = r > 0 ? along * (part[column] / r) : 0;
            }
            if (part[s] != 0) {
                hessian[s * sides + s] += slope;
            } else if (q[s] == 0 && !isSteep(t, x, m)) {
                hessian[s * sides + s] += EngquistOsher.atKink(slope);
            }
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

    @Override
    public SteepFlux withTangents() {
        return new RadialUpwind(hamiltonian, sides / 2, true);
    }

    /** Near rest h' is a power of r, whose exponent r h''/h' is below 1 then. */
    @Override
    public boolean isSteep(double t, double[] x, double m) {
        double first = hamiltonian.radialDerivative(t, x, NEAR_REST, m);
        return NEAR_REST * hamiltonian.radialSecondDerivative(t, x, NEAR_REST, m) < STEEP * first;
    }

    /** Along the drift, with r of its length. */
    @Override
    public void momenta(double t, double[] x, double[] gradient, double m, double[] q) {
        double length = 0;
        for (double a : gradient) {
            length += a * a;
        }
        length = Math.sqrt(length);
        if (length == 0) {
            return;
        }
        double r = MomentumOfDrift.find(
                length,
                at -> hamiltonian.radialDerivative(t, x, at, m),
                at -> hamiltonian.radialSecondDerivative(t, x, at, m));
        for (int s = 0; s < sides; s++) {
            q[s] = gradient[s] == 0 ? q[s] : gradient[s] / length * r;
        }
    }
}
