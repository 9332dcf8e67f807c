package org.mfg.examples.figure;

import java.awt.geom.Rectangle2D;

/**
 * A field as a surface over time and space, coloured by its value. Time runs towards the viewer, or away where the field
 * ends higher than it began, so that the higher end does not hide the lower one.
 */
final class SurfaceFigure {
    private static final int HEIGHT = 440;

    /** Enough cells for a smooth surface, few enough for an SVG file of half a megabyte. */
    private static final int MAX_CELLS = 72;

    private static final Rectangle2D BOX = new Rectangle2D.Double(62, 10, 464, 366);
    private static final Rectangle2D BAR = new Rectangle2D.Double(544, 50, 16, 270);

    private SurfaceFigure() {}

    /** The surface of a field. */
    static Picture of(SpaceTimeField field) {
        SpaceTimeField thin = field.thinned(MAX_CELLS);
        Axis value = Axis.linear(field.label(), Scale.covering(field.flat(), 5));
        boolean away = highest(field.values()[field.last()]) > highest(field.values()[0]);
        SurfaceBox box =
                new SurfaceBox(new Projection(BOX), field.times(4).reversed(away), field.positions(4), value);
        return Picture.of(HEIGHT, canvas -> {
            box.paint(canvas);
            new Surface(box, thin, value.scale()).paint(canvas);
            ColorBar.paint(canvas, BAR, Axis.linear("", value.scale()));
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
