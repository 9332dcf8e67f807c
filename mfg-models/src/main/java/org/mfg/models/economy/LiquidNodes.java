package org.mfg.models.economy;

import org.mfg.api.grid.Grading;

/**
 * Nodes of liquid wealth that crowd at 0, where many households rest and the interest rate jumps,
 *
 * <pre>
 *   b(ξ) = c sinh(k (ξ - ξ0)),   ξ0 = 1/3 where b may be negative, else 0:
 * </pre>
 *
 * <p>a third of the cells lie below 0, which is a node if their number is a multiple of 3.
 */
final class LiquidNodes {
    private static final double SHARE_OF_DEBT = 1.0 / 3;
    private static final double STRENGTH_WITHOUT_DEBT = 5;
    /** The cells between the places that the grading goes through; 0 is one of these. */
    private static final int CELLS = 60;

    private LiquidNodes() {}

    /** From lower <= 0 to upper > -2 lower: sinh 2t/sinh t = 2 cosh t is to be -upper/lower, and k = 3t. */
    static Grading between(double lower, double upper) {
        double origin = lower < 0 ? SHARE_OF_DEBT : 0;
        double cosh = -0.5 * upper / lower;
        double strength =
                lower < 0 ? Math.log(cosh + Math.sqrt(cosh * cosh - 1)) / SHARE_OF_DEBT : STRENGTH_WITHOUT_DEBT;
        double first = Math.sinh(-strength * origin);
        double last = Math.sinh(strength * (1 - origin));
        double[] places = new double[CELLS + 1];
        for (int i = 1; i < CELLS; i++) {
            places[i] = (Math.sinh(strength * ((double) i / CELLS - origin)) - first) / (last - first);
        }
        places[CELLS] = 1;
        return Grading.through(places);
    }
}
