package org.mfg.output.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** The look that all figures share: one sans-serif font in three sizes, and a nearly black ink. */
final class Style {
    /** The size of axis labels, 7 points in a figure that is printed 8 cm wide. */
    static final float LABEL = 19;

    /** The size of numbers and legends, 6 points in a figure that is printed 8 cm wide. */
    static final float TICK = 17;

    /** The size of numbers within figures of several panels, which are printed wider than a column. */
    static final float SMALL = 14;

    /** The colour of axes and text. */
    static final int INK = 0x202020;

    /** The colour of values that are missing in a heat map. */
    static final int MISSING = 0xd0d0d0;

    /** How far the middle of a digit is above the baseline, as a part of the font size. */
    static final double MIDDLE = 0.36;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private Style() {}

    /** The font in the given size: what the machine has as its sans-serif one. */
    static Font font(float size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
    }

    /** The width of a text. */
    static double width(String text, float size) {
        return font(size).getStringBounds(text, EXACT).getWidth();
    }
}
