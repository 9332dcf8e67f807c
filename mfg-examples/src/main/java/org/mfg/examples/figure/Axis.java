package org.mfg.examples.figure;

import java.util.function.DoubleFunction;

/**
 * What one direction of a figure measures.
 *
 * @param label the name of the quantity
 * @param scale its range and ticks
 * @param format how ticks are written
 * @param reversed whether values grow towards the beginning of the axis
 */
record Axis(String label, Scale scale, DoubleFunction<String> format, boolean reversed) {
    /** A linear axis. */
    static Axis linear(String label, Scale scale) {
        return new Axis(label, scale, scale::format, false);
    }

    /** An axis of decimal logarithms, written as powers of ten. */
    static Axis decades(String label, Scale exponents) {
        return new Axis(label, exponents, exponent -> PowerOfTen.format((int) Math.round(exponent)), false);
    }

    /** The same axis, running the other way if wanted. */
    Axis reversed(boolean wanted) {
        return new Axis(label, scale, format, wanted);
    }

    /** Where on the axis a value lies: 0 at its beginning, 1 at its end. */
    double position(double value) {
        double s = scale.position(value);
        return reversed ? 1 - s : s;
    }

    /** The width of the widest tick label. */
    double widestTick() {
        double widest = 0;
        for (double tick : scale.ticks()) {
            widest = Math.max(widest, Style.width(format.apply(tick), Style.TICK));
        }
        return widest;
    }
}
