package org.mfg.output.figure;

import java.util.Arrays;
import java.util.List;

/**
 * Points of a panel.
 *
 * @param label what the points are, for a legend; "" for none
 * @param xLabel what the abscissae are
 * @param yLabel what the ordinates are
 * @param x the abscissae
 * @param y as many ordinates
 * @param errors half the height of a bar through each point; empty for none
 * @param lines to compare with: full lines, and dotted ones that are references
 */
public record Scatter(
        String label, String xLabel, String yLabel, double[] x, double[] y, double[] errors, List<Curve> lines) {

    /** Points without bars and without a legend. */
    public Scatter(String xLabel, String yLabel, double[] x, double[] y, List<Curve> lines) {
        this("", xLabel, yLabel, x, y, new double[0], lines);
    }

    /** The ordinates, and those of the ends of bars. */
    double[] ordinates() {
        double[] all = Arrays.copyOf(y, y.length + 2 * errors.length);
        for (int i = 0; i < errors.length; i++) {
            all[y.length + 2 * i] = y[i] - errors[i];
            all[y.length + 2 * i + 1] = y[i] + errors[i];
        }
        return all;
    }
}
