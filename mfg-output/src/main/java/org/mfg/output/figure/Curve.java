package org.mfg.output.figure;

/**
 * A line of a figure.
 *
 * @param label what it is, for the legend
 * @param x the abscissae, in order
 * @param y the ordinates; what is not a number, or on a logarithmic axis has no logarithm, leaves a gap
 * @param isReference whether it is a slope to compare with, not data
 */
public record Curve(String label, double[] x, double[] y, boolean isReference) {

    /** A line of data. */
    public static Curve data(String label, double[] x, double[] y) {
        return new Curve(label, x, y, false);
    }

    /** The line y ∝ x^power through half the given curve's first point: a slope to compare with. */
    public static Curve slope(String label, double power, Curve beside) {
        double[] y = new double[beside.x.length];
        for (int k = 0; k < y.length; k++) {
            y[k] = 0.5 * beside.y[0] * Math.pow(beside.x[k] / beside.x[0], power);
        }
        return new Curve(label, beside.x, y, true);
    }

    double[] logarithms() {
        return Scale.logarithms(y);
    }
}
