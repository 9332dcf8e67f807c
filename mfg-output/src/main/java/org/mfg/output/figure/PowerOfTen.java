package org.mfg.output.figure;

/** Writes powers of ten as 10⁻³, in plain characters, so that they stay text in an SVG file. */
final class PowerOfTen {
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private PowerOfTen() {}

    /** Ten to the given exponent. */
    static String format(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : DIGITS.charAt(c - '0'));
        }
        return text.toString();
    }
}
