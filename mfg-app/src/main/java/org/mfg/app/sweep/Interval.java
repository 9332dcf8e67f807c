package org.mfg.app.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Parameter;

/**
 * The values of a setting between two ends, linear or logarithmic in s from 0 to 1: lower + s (upper - lower) or lower
 * (upper/lower)^s. Values between the ends are rounded to 12 digits, so that a tenth is 0.1 and can be asked for; those of
 * a setting that is a whole number to the nearest one.
 *
 * @param parameter the setting's declaration, a number
 * @param lower the lower end
 * @param upper the upper end, > lower
 * @param isLogarithmic whether the values are evenly spread on a logarithmic scale; then lower > 0
 */
public record Interval(Parameter parameter, double lower, double upper, boolean isLogarithmic) {
    private static final MathContext DIGITS = new MathContext(12);

    /** Checks the ends. */
    public Interval {
        if (!(lower < upper)) {
            throw InvalidInputException.of(
                    parameter.name(), "have a range from a lower to a higher end", "[" + lower + ", " + upper + "]");
        }
        if (isLogarithmic && lower <= 0) {
            throw InvalidInputException.of(parameter.name(), "have a log range of ends > 0", lower);
        }
    }

    /** So many values, >= 2, evenly spread from end to end. */
    public List<Object> grid(int count) {
        List<Object> values = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            values.add(value(lower, upper, (double) k / (count - 1)));
        }
        return values;
    }

    /** The value at s in [0, 1). Each whole number has the same share, those at the ends included. */
    Object at(double s) {
        double half = isWhole() ? 0.5 : 0;
        return value(lower - half, upper + half, s);
    }

    private boolean isWhole() {
        return parameter.type() == Parameter.Type.INTEGER;
    }

    private Object value(double from, double to, double s) {
        double exact = isLogarithmic ? from * Math.pow(to / from, s) : from + s * (to - from);
        double value = isWhole()
                ? Math.rint(exact)
                : BigDecimal.valueOf(exact).round(DIGITS).doubleValue();
        return parameter.parse(Math.max(lower, Math.min(upper, value)));
    }
}
