package org.mfg.api.progress;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import org.mfg.api.equilibrium.Iteration;

/** What there is to say of a solve that converged although its tolerance asks nothing: it is one of max(1, max |u|), but agents go by differences of u, which may be far smaller. */
final class HiddenGame {
    /** Residuals that are a larger part of the differences of u than this, and than so many tolerances, say little of them. */
    private static final double LITTLE = 1e-4;

    private static final double TOLERANCES = 100;

    /** But for those that are only a few last digits of u. */
    private static final double ROUNDING = 1e-13;

    private HiddenGame() {}

    /**
     * A sentence, after a space; empty for nothing.
     *
     * @param n the nodes of a level of u
     */
    static String noteOn(double[] u, int n, Iteration iteration, double tolerance) {
        double largest = 0;
        double differences = 0;
        for (int at = 0; at < u.length; at += n) {
            DoubleSummaryStatistics level = Arrays.stream(u, at, at + n).summaryStatistics();
            largest = Math.max(largest, Math.max(Math.abs(level.getMin()), Math.abs(level.getMax())));
            differences = Math.max(differences, level.getMax() - level.getMin());
        }
        double residual = iteration.hjbResidual() * Math.max(1, largest);
        boolean isMuch = residual > Math.max(LITTLE, TOLERANCES * tolerance) * differences;
        return isMuch && residual > ROUNDING * largest
                ? String.format(
                        Locale.ROOT,
                        " But u differs by no more than %.1e from place to place, of which that is much: the unit of costs, or a constant in them, hides the game.",
                        differences)
                : "";
    }
}
