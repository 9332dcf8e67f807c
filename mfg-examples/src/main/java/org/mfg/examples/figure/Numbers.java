package org.mfg.examples.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes single numbers, such as times, with no more digits than they need. */
final class Numbers {
    private static final MathContext DIGITS = new MathContext(4);

    private Numbers() {}

    /** A number to four digits, without zeros at its end. */
    static String shortest(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0
                ? "0"
                : rounded.stripTrailingZeros().toPlainString().replace('-', '−');
    }
}
