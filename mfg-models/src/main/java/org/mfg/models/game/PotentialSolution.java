package org.mfg.models.game;

import org.mfg.api.game.ExactSolution;
import org.mfg.api.grid.Boundary;

/**
 * The equilibrium of a stationary game whose potential V is made for it. For H = |p|²/2 the Fokker-Planck equation says that
 *
 * <pre>
 *   m = exp(-φ/ν)/Z,  Z = ∫ exp(-φ/ν)
 * </pre>
 *
 * <p>whatever the value function φ is, so that any smooth φ is exact for V = -νΔφ + ½|∇φ|² + θφ/ν and the coupling θ log m, with the
 * ergodic constant ρ = -θ log Z (as in the closed forms of Almulla, Ferreira and Gomes 2017, for ν = 0). Here φ is a sum over the
 * axes of a sin(2πx_k), or a cos(πx_k) between walls. With discounted costs V has rφ + θ log Z more.
 */
final class PotentialSolution implements ExactSolution {
    /** The trapezoid rule converges faster than any power for these integrands. */
    private static final int QUADRATURE = 512;

    private final double viscosity;
    private final double theta;
    private final double amplitude;
    private final double discount;
    private final double wave;
    private final double phase;
    private final double logZ;
    private final double mean;

    /**
     * @param sides the boundary condition: periodic, or no flux
     * @param discount the rate r; 0 for the ergodic game
     */
    PotentialSolution(
            Boundary.Kind sides, int dimension, double viscosity, double theta, double amplitude, double discount) {
        this.viscosity = viscosity;
        this.theta = theta;
        this.amplitude = amplitude;
        this.discount = discount;
        boolean periodic = sides == Boundary.Kind.PERIODIC;
        wave = periodic ? 2 * Math.PI : Math.PI;
        phase = periodic ? 0 : 0.5 * Math.PI;
        double z = 0;
        double sum = 0;
        for (int i = 0; i < QUADRATURE; i++) {
            double value = amplitude * Math.sin(2 * Math.PI * i / QUADRATURE);
            double density = Math.exp(-value / viscosity) / QUADRATURE;
            z += density;
            sum += density * value;
        }
        logZ = dimension * Math.log(z);
        mean = dimension * sum / z;
    }

    /** The ergodic constant ρ = -θ log Z. */
    double constant() {
        return -theta * logZ;
    }

    /** V(x). */
    double potential(double[] x) {
        double v = discount > 0 ? theta * logZ : 0;
        for (double xk : x) {
            double value = amplitude * Math.sin(wave * xk + phase);
            double slope = amplitude * wave * Math.cos(wave * xk + phase);
            v += viscosity * wave * wave * value + 0.5 * slope * slope + (discount + theta / viscosity) * value;
        }
        return v;
    }

    private double phi(double[] x) {
        double sum = 0;
        for (double xk : x) {
            sum += amplitude * Math.sin(wave * xk + phase);
        }
        return sum;
    }

    /** φ less its mean ∫ m φ, and ρ (1 - t); with discounted costs φ at t = 0, and 0 at the end of the step. */
    @Override
    public double value(double t, double[] x) {
        if (discount > 0) {
            return t == 0 ? phi(x) : 0;
        }
        return phi(x) - mean + constant() * (1 - t);
    }

    @Override
    public double density(double t, double[] x) {
        return Math.exp(-phi(x) / viscosity - logZ);
    }
}
