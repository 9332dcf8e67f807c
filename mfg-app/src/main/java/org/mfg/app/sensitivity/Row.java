package org.mfg.app.sensitivity;

/**
 * A derivative dJ/dθ.
 *
 * @param quantity the name of J
 * @param value J
 * @param parameter the name of θ
 * @param parameterValue θ
 * @param derivative by the tangent
 * @param byAdjoint the same by the adjoint; NaN where the quantity gives no gradient
 */
public record Row(
        String quantity, double value, String parameter, double parameterValue, double derivative, double byAdjoint) {

    /** (θ/J) dJ/dθ: by how many per cent J grows when θ grows by one. */
    public double elasticity() {
        return parameterValue / value * derivative;
    }
}
