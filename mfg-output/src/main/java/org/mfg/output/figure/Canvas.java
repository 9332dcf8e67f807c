package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What a picture is painted on: as much of a drawing surface as the figures need, so that each format is one class. */
interface Canvas {
    /** Where a text is relative to its point, along its own direction. */
    enum Align {
        START,
        MIDDLE,
        END
    }

    /** The look of what is painted: widths of lines, words and the face of text are the canvas's task. */
    Style style();

    /** Fills an area with a colour, 0xRRGGBB; an empty one is nothing. */
    void fill(Path2D area, int rgb);

    /** Draws a line; an empty one is nothing. */
    void stroke(Path2D line, Pen pen);

    /** Writes a text in the colour of the axes. */
    default void text(String text, float size, double x, double y, Align align, double angle) {
        text(text, size, x, y, align, angle, Style.INK);
    }

    /**
     * Writes a text; an empty one is nothing.
     *
     * @param text one line
     * @param size the size of the font
     * @param x where the text begins, has its middle or ends
     * @param y the middle of the height of the digits
     * @param align which part of the text is at (x, y)
     * @param angle the direction of the text, clockwise, in radians
     * @param rgb the colour, 0xRRGGBB
     */
    void text(String text, float size, double x, double y, Align align, double angle, int rgb);

    /** Stretches an image over an area. */
    void image(BufferedImage image, Rectangle2D area);
}
