package org.mfg.output.figure;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * The parallel projection of a box onto the page. Points of the box have coordinates (a, b, c) in [0, 1]: a to the
 * lower left front, b to the lower right front, c upwards. The corner a = b = 1 is nearest to the viewer.
 */
final class Projection {
    /** The direction of the viewer, turned from the a axis towards the b axis. */
    private static final double AZIMUTH = Math.toRadians(38);

    private static final double ELEVATION = Math.toRadians(28);

    /** The height of the box where its other edges have length 1. */
    private static final double BOX_HEIGHT = 0.62;

    private final double scale;
    private final double left;
    private final double top;

    /** The projection whose image of the box fits into the given area, centred. */
    Projection(Rectangle2D area) {
        Projection unit = new Projection(1, 0, 0);
        Rectangle2D image =
                new Rectangle2D.Double(unit.at(0, 0, 0).getX(), unit.at(0, 0, 0).getY(), 0, 0);
        for (int corner = 1; corner < 8; corner++) {
            image.add(unit.at(corner & 1, corner >> 1 & 1, corner >> 2));
        }
        scale = Math.min(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
        left = area.getCenterX() - scale * image.getCenterX();
        top = area.getCenterY() - scale * image.getCenterY();
    }

    private Projection(double scale, double left, double top) {
        this.scale = scale;
        this.left = left;
        this.top = top;
    }

    /** The point of the page where a point of the box is seen. */
    Point2D at(double a, double b, double c) {
        double across = b * Math.cos(AZIMUTH) - a * Math.sin(AZIMUTH);
        double near = a * Math.cos(AZIMUTH) + b * Math.sin(AZIMUTH);
        double up = c * BOX_HEIGHT * Math.cos(ELEVATION) - near * Math.sin(ELEVATION);
        return new Point2D.Double(left + scale * across, top - scale * up);
    }
}
