package org.mfg.output.figure;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param rgb the colour, 0xRRGGBB
 * @param opacity 1 for a line that hides what is under it
 * @param width the width in units, by the house's weight
 * @param dashes the lengths of dashes and gaps in turn; empty for a full line
 */
record Pen(int rgb, double opacity, float width, List<Float> dashes) {
    /** The width of curves. */
    static final float DATA = 2.2f;

    /** For axes and frames. */
    static final Pen AXIS = new Pen(Style.INK, 1, 0.8f, List.of());

    /** For the grid behind the data. */
    static final Pen GRID = new Pen(0xe2e2e2, 1, 0.8f, List.of());

    /** A line that shows data. */
    static Pen data(int rgb, Float... dashes) {
        return new Pen(rgb, 1, DATA, List.of(dashes));
    }
}
