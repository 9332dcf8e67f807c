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

    /** The part of J up to which a change by all of θ is what differences and linear solves leave, not a result. */
    private static final double ROUND_OFF = 1e-7;

    /** Whether J moves with θ by more than round-off. */
    public boolean isFelt() {
        return isFelt(value, parameterValue, derivative);
    }

    /**
     * Whether something moves with a parameter by more than round-off.
     *
     * @param value of what may move
     * @param parameter its value; 0 is taken as 1
     * @param derivative of the one in the other
     */
    public static boolean isFelt(double value, double parameter, double derivative) {
        double size = parameter == 0 ? 1 : Math.abs(parameter);
        return size * Math.abs(derivative) > ROUND_OFF * Math.abs(value);
    }

    /** (θ/J) dJ/dθ: by how many per cent J grows when θ grows by one. */
    public double elasticity() {
        return parameterValue / value * derivative;
    }
}
