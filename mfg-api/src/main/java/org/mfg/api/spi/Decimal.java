package org.mfg.api.spi;

import java.util.regex.Pattern;

/**
 * Numbers as people and programs of every language write them: {@code -1.5e-3}. What only Java reads, such as {@code 1d}, {@code 1f} and {@code
 * 0x1p3}, is no number: mostly it is a slip.
 */
public final class Decimal {
    private static final Pattern FINITE = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern OTHER = Pattern.compile("[+-]?(NaN|Infinity)");

    private Decimal() {}

    /**
     * The number; NaN and infinity are read, so that a message can say what is wrong with them.
     *
     * @throws NumberFormatException if the text is no number
     */
    public static double parse(String text) {
        if (!FINITE.matcher(text).matches() && !OTHER.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }
}
