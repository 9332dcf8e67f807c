package org.mfg.models.hamiltonian;

import org.mfg.api.InvalidInputException;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/**
 * H(p) = ½ Σ_k a_k p_k², a_k >= 0: an agent with drift α pays ½ Σ_k α_k² / a_k per unit of time and chooses α*_k = -a_k
 * p_k. The larger a_k, the cheaper is motion along axis k; a_k = 0 forbids it.
 */
public final class AnisotropicQuadraticHamiltonian implements AxiswiseHamiltonian {
    private final double[] mobility;

    /**
     * H(p) = ½ Σ_k a_k p_k².
     *
     * @param mobility a_k >= 0, one for each axis; more than there are axes are ignored
     */
    public AnisotropicQuadraticHamiltonian(double... mobility) {
        for (int k = 0; k < mobility.length; k++) {
            if (!(mobility[k] >= 0 && mobility[k] < Double.POSITIVE_INFINITY)) {
                throw InvalidInputException.of("mobility of axis " + k, "be finite and >= 0", mobility[k]);
            }
        }
        this.mobility = mobility.clone();
    }

    @Override
    public double axisValue(int axis, double t, double[] x, double p, double m) {
        return 0.5 * mobility[axis] * p * p;
    }

    @Override
    public double axisDerivative(int axis, double t, double[] x, double p, double m) {
        return mobility[axis] * p;
    }

    @Override
    public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
        return mobility[axis];
    }
}
