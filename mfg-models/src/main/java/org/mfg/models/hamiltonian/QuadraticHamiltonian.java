package org.mfg.models.hamiltonian;

import org.mfg.api.InvalidInputException;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/**
 * H(p) = |p|² / (2c), c > 0: an agent with drift a pays ½ c |a|² per unit of time and chooses a* = -p/c.
 *
 * <p>Both axiswise and radial. It is given as axiswise because that needs no square root; the upwind scheme is the
 * same, Σ_k (max(q⁻_k, 0)² + min(q⁺_k, 0)²) / (2c).
 */
public final class QuadraticHamiltonian implements AxiswiseHamiltonian {
    private final double inverseCost;

    /** H(p) = |p|²/2. */
    public QuadraticHamiltonian() {
        this(1);
    }

    /**
     * H(p) = |p|² / (2c).
     *
     * @param cost the cost c > 0 of motion
     */
    public QuadraticHamiltonian(double cost) {
        if (!(cost > 0 && cost < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("cost", "be finite and > 0", cost);
        }
        inverseCost = 1 / cost;
    }

    @Override
    public double axisValue(int axis, double t, double[] x, double p, double m) {
        return 0.5 * inverseCost * p * p;
    }

    @Override
    public double axisDerivative(int axis, double t, double[] x, double p, double m) {
        return inverseCost * p;
    }

    @Override
    public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
        return inverseCost;
    }
}
