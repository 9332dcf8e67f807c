package org.mfg.api.progress;

import java.util.Locale;

/** What there is to say of a solve that converged although its tolerance asks nothing: it is at least one of a cost of 1, but agents go by differences of u, which may be far smaller. */
final class HiddenGame {
    /** Residuals that are a larger part of the differences of u than this, and than so many tolerances, say little of them. */
    private static final double LITTLE = 1e-6;

    private static final double TOLERANCES = 100;

    /** But for those that are only a few last digits of a cost of 1: of a crowd that has no reason to move. */
    private static final double ROUNDING = 1e-13;

    private HiddenGame() {}

    /**
     * A sentence, after a space; empty for nothing.
     *
     * @param residual what is left of Hamilton-Jacobi-Bellman's equation, a cost
     * @param differences what u differs by from place to place
     */
    static String noteOn(double residual, double differences, double tolerance) {
        boolean isMuch = residual > Math.max(LITTLE, TOLERANCES * tolerance) * differences;
        return isMuch && residual > ROUNDING
                ? String.format(
                        Locale.ROOT,
                        " But u differs by no more than %.1e from place to place, of which that is much: in a smaller unit of costs, or without a constant in them, there is more to see.",
                        differences)
                : "";
    }
}
