package org.mfg.models.game;

import org.mfg.api.game.ExactSolution;

/**
 * The equilibrium on [0, 1]^d with reflecting sides, H = |p|²/2 and no cost at equilibrium, from two solutions of the
 * heat equation:
 *
 * <pre>
 *   φ(t, x) = Π_k [2 + exp(-νπ²(T - t)) cos(πx_k)]      u = -2ν log φ
 *   ψ(t, x) = C Π_k [2 - exp(-νπ²t) cos(πx_k)]          m = φψ
 * </pre>
 *
 * <p>C = (4 - ½ exp(-νπ²T))^(-d) makes the mass 1. The substitution φ = exp(-u/(2ν)), ψ = m exp(u/(2ν)) is that of O.
 * Guéant, "Mean field games equations with quadratic Hamiltonian: a specific approach", Math. Models Methods Appl. Sci.
 * 22 (2012).
 */
final class HopfColeSolution implements ExactSolution {
    private final double viscosity;
    private final double horizon;
    private final double rate;
    private final double axisMass;

    HopfColeSolution(double viscosity, double horizon) {
        this.viscosity = viscosity;
        this.horizon = horizon;
        rate = viscosity * Math.PI * Math.PI;
        axisMass = 4 - 0.5 * Math.exp(-rate * horizon);
    }

    @Override
    public double value(double t, double[] x) {
        double decay = Math.exp(-rate * (horizon - t));
        double product = 1;
        for (double xk : x) {
            product *= 2 + decay * Math.cos(Math.PI * xk);
        }
        return -2 * viscosity * Math.log(product);
    }

    @Override
    public double density(double t, double[] x) {
        double backward = Math.exp(-rate * (horizon - t));
        double forward = Math.exp(-rate * t);
        double product = 1;
        for (double xk : x) {
            double cosine = Math.cos(Math.PI * xk);
            product *= (2 + backward * cosine) * (2 - forward * cosine) / axisMass;
        }
        return product;
    }
}
