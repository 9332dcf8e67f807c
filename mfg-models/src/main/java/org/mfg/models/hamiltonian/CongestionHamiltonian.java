package org.mfg.models.hamiltonian;

import org.mfg.api.InvalidInputException;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.models.function.RealPower;

/**
 * H(p, m) = |p|^β / (β (c + m)^α), β > 1: to move through a crowd is dear. An agent with drift a pays
 * (c + m)^(α/(β-1)) |a|^β' / β' per unit of time, where 1/β + 1/β' = 1, and chooses a* = -|p|^(β-2) p / (c + m)^α.
 *
 * <p>Y. Achdou and A. Porretta, "Mean field games with congestion", Ann. Inst. H. Poincaré C 35 (2018), show that there is
 * an equilibrium for 0 < α <= 4(β - 1)/β, β <= 2, and that there is only one; P.-L. Lions found the condition. For larger α
 * there may be several. A density below 0, which solvers may try, counts as 0. The second derivative is clipped near r = 0
 * as that of {@link PowerHamiltonian} is.
 */
public final class CongestionHamiltonian implements RadialHamiltonian {
    private final double beta;
    private final double alpha;
    private final double constant;
    private final double clip;
    private final RealPower power;
    private final RealPower firstPower;
    private final RealPower secondPower;
    private final RealPower ease;

    /**
     * H(p, m) = |p|^β / (β (c + m)^α).
     *
     * @param beta the exponent β > 1 of the momentum
     * @param alpha the exponent α >= 0 of the density
     * @param constant the constant c > 0, a density: below it the crowd hardly matters
     */
    public CongestionHamiltonian(double beta, double alpha, double constant) {
        if (!(beta > 1 && beta < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("beta", "be finite and > 1", beta);
        }
        if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("alpha", "be finite and >= 0", alpha);
        }
        if (!(constant > 0 && constant < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("constant", "be finite and > 0", constant);
        }
        this.beta = beta;
        this.alpha = alpha;
        this.constant = constant;
        clip = beta < 2 ? PowerHamiltonian.SMALLEST_LENGTH : 0;
        power = RealPower.of(beta);
        firstPower = RealPower.of(beta - 1);
        secondPower = RealPower.of(beta - 2);
        ease = RealPower.of(-alpha);
    }

    @Override
    public boolean dependsOnDensity() {
        return alpha > 0;
    }

    private double crowd(double m) {
        return constant + Math.max(m, 0);
    }

    @Override
    public double radialValue(double t, double[] x, double r, double m) {
        return power.at(r) / beta * ease.at(crowd(m));
    }

    @Override
    public double radialDerivative(double t, double[] x, double r, double m) {
        return firstPower.at(r) * ease.at(crowd(m));
    }

    @Override
    public double radialSecondDerivative(double t, double[] x, double r, double m) {
        return (beta - 1) * secondPower.at(Math.max(r, clip)) * ease.at(crowd(m));
    }

    @Override
    public double radialDensityDerivative(double t, double[] x, double r, double m) {
        return -alpha * radialValue(t, x, r, m) / crowd(m);
    }

    @Override
    public double radialMixedDerivative(double t, double[] x, double r, double m) {
        return -alpha * radialDerivative(t, x, r, m) / crowd(m);
    }
}
