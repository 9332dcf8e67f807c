package org.mfg.output.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What one direction of a figure measures.
 *
 * @param label the name of the quantity
 * @param scale its range and ticks
 * @param format how ticks are written
 * @param reversed whether values grow towards the beginning of the axis
 * @param power the position of a value is the power of that on a linear axis
 */
record Axis(String label, Scale scale, DoubleFunction<String> format, boolean reversed, double power) {
    /** The least distance of two ticks of an axis that is not linear, as a part of its length. */
    private static final double LEAST_GAP = 0.17;

    /** A logarithm this near to a whole number is one. */
    private static final double ROUNDING = 1e-9;

    /** An axis of power 1. */
    Axis(String label, Scale scale, DoubleFunction<String> format, boolean reversed) {
        this(label, scale, format, reversed, 1);
    }

    /** A linear axis. */
    static Axis linear(String label, Scale scale) {
        return new Axis(label, scale, scale::format, false);
    }

    /**
     * An axis along which values go with the square of the position, so that small ones are told apart beside large ones.
     */
    static Axis squares(String label, Scale scale) {
        return new Axis(label, scale, scale::format, false, 0.5);
    }

    /** An axis of decimal logarithms, written as powers of ten. */
    static Axis decades(String label, Scale exponents) {
        return new Axis(label, exponents, exponent -> PowerOfTen.format((int) Math.round(exponent)), false);
    }

    /**
     * An axis of decimal logarithms from one power of ten to another, which covers what is finite among the given ones.
     *
     * @param most how many steps between numbers there may be
     */
    static Axis decadesAround(String label, double[] exponents, int most) {
        DoubleSummaryStatistics range =
                Arrays.stream(exponents).filter(Double::isFinite).summaryStatistics();
        boolean isEmpty = range.getCount() == 0;
        double first = isEmpty ? -1 : Math.floor(range.getMin() + ROUNDING);
        double last = isEmpty ? 0 : Math.max(first + 1, Math.ceil(range.getMax() - ROUNDING));
        return decades(label, new Scale(first, last, Math.max(1, Math.ceil((last - first) / most))));
    }

    /** The same axis, running the other way if wanted. */
    Axis reversed(boolean wanted) {
        return new Axis(label, scale, format, wanted, power);
    }

    /** The same axis without label and numbers, for a panel whose neighbour has them. */
    Axis mute() {
        return new Axis("", scale, value -> "", reversed, power);
    }

    /** The ticks, in order; if the axis is not linear, only those with room for a number, from the upper end down. */
    double[] ticks() {
        double[] ticks = scale.ticks();
        if (power == 1) {
            return ticks;
        }
        List<Double> kept = new ArrayList<>();
        for (int k = ticks.length - 1; k >= 0; k--) {
            if (kept.isEmpty() || position(kept.get(0)) - position(ticks[k]) > LEAST_GAP) {
                kept.add(0, ticks[k]);
            }
        }
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Where on the axis a value lies: 0 at its beginning, 1 at its end. */
    double position(double value) {
        double linear = scale.position(value);
        double s = power == 1 ? linear : Math.pow(Math.max(0, linear), power);
        return reversed ? 1 - s : s;
    }

    /** The width of the widest tick label. */
    double widestTick(Style style) {
        double widest = 0;
        for (double tick : ticks()) {
            widest = Math.max(widest, style.width(format.apply(tick), Style.TICK));
        }
        return widest;
    }
}
