package com.example.mfg;

import org.mfg.api.hamiltonian.RadialHamiltonian;

/**
 * H(p) = c (√(c² + |p|²) - c): agents who never move faster than c. Slow agents (|p| much less than c) behave as with
 * the quadratic Hamiltonian |p|²/2.
 */
public final class RelativisticHamiltonian implements RadialHamiltonian {
    private final double c;

    /**
     * Agents with a speed limit.
     *
     * @param maximalSpeed c > 0
     */
    public RelativisticHamiltonian(double maximalSpeed) {
        c = maximalSpeed;
    }

    @Override
    public double radialValue(double t, double[] x, double r, double m) {
        // The same as c (√(c² + r²) - c), without its cancellation for small r.
        return c * r * r / (Math.sqrt(c * c + r * r) + c);
    }

    @Override
    public double radialDerivative(double t, double[] x, double r, double m) {
        return c * r / Math.sqrt(c * c + r * r);
    }

    @Override
    public double radialSecondDerivative(double t, double[] x, double r, double m) {
        double s = c * c + r * r;
        return c * c * c / (s * Math.sqrt(s));
    }
}
