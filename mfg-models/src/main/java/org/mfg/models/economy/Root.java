package org.mfg.models.economy;

import java.util.function.DoubleUnaryOperator;

/** Newton's method kept within a bracket: a step that leaves it, or is not half the one before, is a bisection. */
final class Root {
    private static final int MOST = 200;

    /** After a step of Newton's as small as this, relative to 1 or x, the error is of round-off. */
    private static final double LAST_STEP = 1e-10;

    private Root() {}

    /**
     * The root of a smooth increasing function, to round-off; the end of the interval that is nearest to it if it has none inside.
     *
     * @param start in the interval
     */
    static double ofIncreasing(
            DoubleUnaryOperator f, DoubleUnaryOperator slope, double start, double low, double high) {
        double a = low;
        double b = high;
        double x = start;
        double before = b - a;
        for (int k = 0; k < MOST && a < b; k++) {
            double value = f.applyAsDouble(x);
            if (value < 0) {
                a = x;
            } else {
                b = x;
            }
            double step = -value / slope.applyAsDouble(x);
            if (Math.abs(step) <= LAST_STEP * Math.max(1, Math.abs(x))) {
                return x + step;
            }
            boolean isGood = x + step > a && x + step < b && Math.abs(step) <= 0.5 * before;
            double next = isGood ? x + step : 0.5 * (a + b);
            if (next == a || next == b) {
                return next;
            }
            before = Math.abs(next - x);
            x = next;
        }
        return x;
    }
}
