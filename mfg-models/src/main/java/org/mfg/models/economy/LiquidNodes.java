package org.mfg.models.economy;

import org.mfg.api.grid.Grading;

/**
 * Nodes of liquid wealth that crowd at 0, where many households rest and the interest rate jumps,
 *
 * <pre>
 *   b(ξ) = c sinh(k (ξ - ξ0)),   ξ0 = 1/3 where b may be negative: a third of the cells lie below 0, which is a node if their number is a multiple of 3,
 * </pre>
 *
 * @param strength k
 * @param origin ξ0
 */
record LiquidNodes(double strength, double origin) implements Grading {
    private static final double SHARE_OF_DEBT = 1.0 / 3;
    private static final double STRENGTH_WITHOUT_DEBT = 5;

    /** From lower <= 0 to upper > -2 lower; sinh 2t/sinh t = 2 cosh t is to be -upper/lower. */
    static LiquidNodes between(double lower, double upper) {
        if (lower == 0) {
            return new LiquidNodes(STRENGTH_WITHOUT_DEBT, 0);
        }
        double cosh = -0.5 * upper / lower;
        double t = Math.log(cosh + Math.sqrt(cosh * cosh - 1));
        return new LiquidNodes(t / SHARE_OF_DEBT, SHARE_OF_DEBT);
    }

    @Override
    public double at(double xi) {
        double first = Math.sinh(-strength * origin);
        double last = Math.sinh(strength * (1 - origin));
        return (Math.sinh(strength * (xi - origin)) - first) / (last - first);
    }
}
