package org.mfg.output.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The range of an axis and the distance of its ticks, which are multiples of 1, 2 or 5 times a power of ten.
 *
 * @param lower the lower end
 * @param upper the upper end, above the lower one
 * @param step the distance of the ticks
 */
record Scale(double lower, double upper, double step) {
    /** Larger values are not drawn: they come of a diverged iteration, and differences of them overflow. */
    private static final double HUGE = 1e100;

    private static final double TIE = 1e-9;

    /** The range [lower, upper] as it is, with about the given number of ticks. */
    static Scale exactly(double lower, double upper, int ticks) {
        return new Scale(lower, upper, niceStep((upper - lower) / ticks));
    }

    /** The smallest range between ticks that covers the drawable ones among the given values; never empty. */
    static Scale covering(double[] values, int ticks) {
        double lower = drawable(values).min().orElse(0);
        double upper = drawable(values).max().orElse(1);
        double size = Math.max(Math.abs(lower), Math.abs(upper));
        if (upper - lower <= TIE * size || size == 0) {
            double half = size == 0 ? 1 : 0.5 * size;
            lower -= half;
            upper += half;
        }
        double step = niceStep((upper - lower) / ticks);
        return new Scale(step * Math.floor(lower / step + TIE), step * Math.ceil(upper / step - TIE), step);
    }

    /** The range of the drawable ones among the given values as it is, with about the given number of ticks; never empty. */
    static Scale spanning(double[] values, int ticks) {
        Scale covering = covering(values, ticks);
        double lower = Math.max(covering.lower, drawable(values).min().orElse(covering.lower));
        double upper = Math.min(covering.upper, drawable(values).max().orElse(covering.upper));
        return upper - lower > TIE * covering.step ? new Scale(lower, upper, covering.step) : covering;
    }

    /** The same for whole numbers: between them there are no ticks. */
    Scale ofWholeNumbers() {
        return step < 1 ? new Scale(Math.floor(lower), Math.ceil(upper), 1) : this;
    }

    /** Whether a value can be drawn: it is a number and not absurdly large. */
    static boolean isDrawable(double value) {
        return Math.abs(value) < HUGE;
    }

    /** The decimal logarithms; NaN of what has none or cannot be drawn. */
    static double[] logarithms(double[] values) {
        return Arrays.stream(values)
                .map(v -> v > 0 && isDrawable(v) ? Math.log10(v) : Double.NaN)
                .toArray();
    }

    private static DoubleStream drawable(double[] values) {
        return Arrays.stream(values).filter(Scale::isDrawable);
    }

    private static double niceStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double mantissa = wanted / power;
        double nice = mantissa < Math.sqrt(2) ? 1 : mantissa < Math.sqrt(10) ? 2 : mantissa < Math.sqrt(50) ? 5 : 10;
        return nice * power;
    }

    /** Where a value lies between the ends: 0 at the lower, 1 at the upper one. */
    double position(double value) {
        return (value - lower) / (upper - lower);
    }

    /** The ticks, in order. */
    double[] ticks() {
        long first = (long) Math.ceil(lower / step - 1e-6);
        long last = (long) Math.floor(upper / step + 1e-6);
        double[] ticks = new double[(int) (last - first + 1)];
        Arrays.setAll(ticks, k -> (first + k) * step);
        return ticks;
    }

    /** A tick as text, with as many digits as the step needs; very large and very small ones as powers of ten. */
    String format(double tick) {
        if (Math.abs(tick) < 1e-6 * step) {
            return "0";
        }
        double size = Math.max(Math.abs(lower), Math.abs(upper));
        if (size < 1e-3 || size >= 1e5) {
            int exponent = (int) Math.floor(Math.log10(size));
            double unit = Math.pow(10, exponent);
            return decimal(tick / unit, step / unit) + "·" + PowerOfTen.format(exponent);
        }
        return decimal(tick, step);
    }

    private static String decimal(double value, double step) {
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-6));
        return Numbers.decimal(value, digits);
    }
}
