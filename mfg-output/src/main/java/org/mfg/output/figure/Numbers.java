package org.mfg.output.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes single numbers, such as times, with no more digits than they need. */
final class Numbers {
    private Numbers() {}

    /** A time of a run until the horizon, to a thousandth of that, without zeros at its end. */
    static String time(double t, double horizon) {
        int decimals = 2 - (int) Math.floor(Math.log10(horizon) + 1e-9);
        BigDecimal rounded = new BigDecimal(t).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A number to four digits, without zeros at its end. */
    static String shortest(double value) {
        return shortest(value, 4);
    }

    /** A number to some digits, without zeros at its end. */
    static String shortest(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        return rounded.signum() == 0
                ? "0"
                : rounded.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    /** A number with the given number of decimals. */
    static String decimal(double value, int decimals) {
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }
}
