package org.mfg.app.compare;

import java.util.List;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.mfg.api.equilibrium.Iteration;

/**
 * How fast an iteration converges: its residual falls by the factor ρ an iteration, from a least-squares line through log10 of the residual over
 * the last half of the iterations, with a confidence interval of 95 % (Student's t, residuals of the line taken as independent).
 *
 * @param factor ρ; NaN where there are fewer than four points
 * @param lower the lower end of the interval of ρ
 * @param upper the upper end
 */
public record Rate(double factor, double lower, double upper) {
    private static final int FEWEST = 4;

    private static final Rate NONE = new Rate(Double.NaN, Double.NaN, Double.NaN);

    /** The rate of a history. */
    public static Rate of(List<Iteration> history) {
        SimpleRegression line = new SimpleRegression();
        for (Iteration i : history.subList(history.size() / 2, history.size())) {
            double residual = i.residual();
            if (residual > 0 && residual < Double.POSITIVE_INFINITY) {
                line.addData(i.index(), Math.log10(residual));
            }
        }
        if (line.getN() < FEWEST) {
            return NONE;
        }
        try {
            double half = line.getSlopeConfidenceInterval();
            return new Rate(
                    Math.pow(10, line.getSlope()),
                    Math.pow(10, line.getSlope() - half),
                    Math.pow(10, line.getSlope() + half));
        } catch (MathIllegalArgumentException e) {
            return NONE;
        }
    }

    /** Whether there is one. */
    public boolean isKnown() {
        return !Double.isNaN(factor);
    }
}
