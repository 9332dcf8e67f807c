package org.mfg.models.hamiltonian;

import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/**
 * H(t, x, p) = |p|²/2 - b(t, x)·p: agents are carried by a stream b, dX = (b(t, X) + α) dt + sqrt(2ν) dW, and pay ½ |α|² for
 * what they add to it. In terms of the whole drift a = b + α they pay ½ |a - b|² and choose a* = b - p. Each axis term
 * ½ p_k² - b_k p_k has its minimiser at p_k = b_k.
 */
public final class DriftQuadraticHamiltonian implements AxiswiseHamiltonian {
    private final SpaceTimeFunction[] drift;

    /**
     * A stream that depends on time and position.
     *
     * @param drift b_k(t, x), one for each axis, evaluated at every call; more than there are axes are ignored
     */
    public DriftQuadraticHamiltonian(SpaceTimeFunction... drift) {
        this.drift = drift.clone();
    }

    /**
     * The same stream everywhere.
     *
     * @param drift b_k, one for each axis; more than there are axes are ignored
     */
    public static DriftQuadraticHamiltonian constant(double... drift) {
        SpaceTimeFunction[] functions = new SpaceTimeFunction[drift.length];
        for (int k = 0; k < drift.length; k++) {
            double b = drift[k];
            functions[k] = (t, x) -> b;
        }
        return new DriftQuadraticHamiltonian(functions);
    }

    @Override
    public double axisValue(int axis, double t, double[] x, double p, double m) {
        return (0.5 * p - drift[axis].at(t, x)) * p;
    }

    @Override
    public double axisDerivative(int axis, double t, double[] x, double p, double m) {
        return p - drift[axis].at(t, x);
    }

    @Override
    public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
        return 1;
    }

    @Override
    public double axisMinimizer(int axis, double t, double[] x, double m) {
        return drift[axis].at(t, x);
    }
}
