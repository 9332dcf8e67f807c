package org.mfg.models.hamiltonian;

import org.mfg.api.InvalidInputException;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.models.function.RealPower;

/**
 * H(p) = c |p|^β / β, β > 1 and c > 0: an agent with drift a pays c^(1-β') |a|^β' / β' per unit of time, where 1/β + 1/β' = 1, and
 * chooses a* = -c |p|^(β-2) p.
 *
 * <p>The second derivative (β - 1) r^(β-2) is infinite at r = 0 for β below 2. There r is clipped from below at {@value
 * #SMALLEST_LENGTH}, so that it is large but finite.
 */
public final class PowerHamiltonian implements RadialHamiltonian {
    /** The length of momentum below which the second derivative is held constant for β below 2. */
    public static final double SMALLEST_LENGTH = 1e-8;

    private final double beta;
    private final double factor;
    private final double clip;
    private final RealPower power;
    private final RealPower firstPower;
    private final RealPower secondPower;

    /**
     * H(p) = |p|^β / β.
     *
     * @param beta the exponent β > 1
     */
    public PowerHamiltonian(double beta) {
        this(beta, 1);
    }

    /**
     * H(p) = c |p|^β / β.
     *
     * @param beta the exponent β > 1
     * @param factor c > 0
     */
    public PowerHamiltonian(double beta, double factor) {
        if (!(beta > 1 && beta < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("beta", "be finite and > 1", beta);
        }
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("factor", "be finite and > 0", factor);
        }
        this.beta = beta;
        this.factor = factor;
        clip = beta < 2 ? SMALLEST_LENGTH : 0;
        power = RealPower.of(beta);
        firstPower = RealPower.of(beta - 1);
        secondPower = RealPower.of(beta - 2);
    }

    @Override
    public double radialValue(double t, double[] x, double r, double m) {
        return factor * power.at(r) / beta;
    }

    @Override
    public double radialDerivative(double t, double[] x, double r, double m) {
        return factor * firstPower.at(r);
    }

    @Override
    public double radialSecondDerivative(double t, double[] x, double r, double m) {
        return factor * (beta - 1) * secondPower.at(Math.max(r, clip));
    }
}
