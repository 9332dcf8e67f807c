package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A vertical bar that says which colour is which value, with ticks and label at its right. */
final class ColorBar {
    private static final int COLORS = 256;

    private ColorBar() {}

    /** Paints the bar into the given rectangle, ticks and label to the right of it. */
    static void paint(Canvas canvas, Rectangle2D bar, Axis axis) {
        ColorMap map = canvas.style().colors();
        BufferedImage colors = new BufferedImage(2, COLORS, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < COLORS; k++) {
            int rgb = map.rgb(k / (COLORS - 1.0));
            colors.setRGB(0, COLORS - 1 - k, rgb);
            colors.setRGB(1, COLORS - 1 - k, rgb);
        }
        canvas.image(colors, bar);
        canvas.stroke(new Path2D.Double(bar), Pen.AXIS);
        Point2D below = new Point2D.Double(bar.getMaxX(), bar.getMaxY());
        Point2D above = new Point2D.Double(bar.getMaxX(), bar.getY());
        AxisLine.of(axis, below, above, 1, 0).paint(canvas);
    }
}
