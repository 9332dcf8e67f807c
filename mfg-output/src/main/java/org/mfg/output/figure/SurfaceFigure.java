package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;

/**
 * A field as a surface over time and space, coloured by its value. Time runs towards the viewer, or away where the
 * field ends higher than it began, so that the higher end does not hide the lower one.
 */
final class SurfaceFigure {
    private static final int HEIGHT = 446;

    /** Enough cells for a smooth surface, few enough for an SVG file of well under a megabyte. */
    private static final int MAX_CELLS = 72;

    private static final double MARGIN = 6;
    private static final double BELOW = 36;
    private static final double BAR_WIDTH = 16;
    private static final double BAR_TOP = 36;

    /** Ends above the right corner of the box, where the time axis has its last number. */
    private static final int BAR_HEIGHT = 205;

    private SurfaceFigure() {}

    /** The surface of a field. */
    static Picture of(Style style, SpaceTimeField field) {
        SpaceTimeField thin = field.thinned(MAX_CELLS);
        Axis value = Axis.linear(field.label(), Scale.covering(field.flat(), 5));
        boolean away = highest(field.values()[field.last()]) > highest(field.values()[0]);
        Axis bar = Axis.linear("", value.scale());
        int height = style.scaled(HEIGHT);
        double left = MARGIN + AxisLine.depth(style, value, 1, 0);
        double right = style.units() - MARGIN - AxisLine.depth(style, bar, 1, 0) - BAR_WIDTH;
        Rectangle2D place = new Rectangle2D.Double(left, MARGIN, right - left - 2 * MARGIN, height - MARGIN - BELOW);
        Projection projection = new Projection(place);
        SurfaceBox box = new SurfaceBox(projection, field.times(4).reversed(away), field.positions(4), value);
        return new Picture(style, height, canvas -> {
            box.paint(canvas);
            new Surface(box, thin).paint(canvas);
            ColorBar.paint(canvas, new Rectangle2D.Double(right, BAR_TOP, BAR_WIDTH, style.scaled(BAR_HEIGHT)), bar);
        });
    }

    private static double highest(double[] slice) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : slice) {
            highest = Scale.isDrawable(value) ? Math.max(highest, value) : highest;
        }
        return highest;
    }
}
