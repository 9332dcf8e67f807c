package org.mfg.examples.figure;

/**
 * A line of a figure with logarithmic axes.
 *
 * @param label what it is, for the legend
 * @param x the abscissae, > 0
 * @param y the ordinates; what has no logarithm leaves a gap
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
        double[] logarithms = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            logarithms[k] = y[k] > 0 && Scale.isDrawable(y[k]) ? Math.log10(y[k]) : Double.NaN;
        }
        return logarithms;
    }
}
