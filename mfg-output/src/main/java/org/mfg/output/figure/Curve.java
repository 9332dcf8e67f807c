package org.mfg.output.figure;

import java.util.Arrays;
import org.mfg.api.grid.Grid;

/**
 * A line of a figure.
 *
 * @param label what it is, for the legend
 * @param x the abscissae, in order
 * @param y the ordinates; what is not a number, or on a logarithmic axis has no logarithm, leaves a gap
 * @param bars half the height of an error bar at each point, not a number where there is none; empty for none
 * @param isReference whether it is a slope to compare with, not data
 */
public record Curve(String label, double[] x, double[] y, double[] bars, boolean isReference) {

    /** A line without error bars. */
    public Curve(String label, double[] x, double[] y, boolean isReference) {
        this(label, x, y, new double[0], isReference);
    }

    /** A line of data. */
    public static Curve data(String label, double[] x, double[] y) {
        return new Curve(label, x, y, false);
    }

    /** A level of a field on a line without states; on a ring it is closed. */
    public static Curve level(String label, Grid grid, double[] field, int at) {
        int n = grid.size();
        boolean isRing = grid.domain().axis(0).isPeriodic();
        double[] x = Arrays.copyOf(grid.coordinates(0), isRing ? n + 1 : n);
        double[] y = Arrays.copyOfRange(field, at, at + x.length);
        if (isRing) {
            x[n] = grid.domain().axis(0).upper();
            y[n] = field[at];
        }
        return data(label, x, y);
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
