package org.mfg.output.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.function.IntPredicate;

/** A sign at the points of a line; those of a figure's lines differ, so that they are told apart without colour. */
enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND;

    private static final double RADIUS = 3.4;

    /** The sign of line k. */
    static Marker of(int k) {
        return values()[k % values().length];
    }

    /** Signs at the points that can be drawn and are wanted. */
    Path2D at(Panel panel, double[] x, double[] y, IntPredicate isWanted) {
        Path2D markers = new Path2D.Double();
        for (int k = 0; k < x.length; k++) {
            if (!Double.isNaN(y[k]) && isWanted.test(k)) {
                markers.append(at(panel.at(x[k], y[k])), false);
            }
        }
        return markers;
    }

    /** A sign. */
    Path2D at(Point2D p) {
        return switch (this) {
            case CIRCLE ->
                new Path2D.Double(new Ellipse2D.Double(p.getX() - RADIUS, p.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS));
            case SQUARE -> polygon(p, 4, 0.25 * Math.PI, 1.25 * RADIUS);
            case TRIANGLE -> polygon(p, 3, -0.5 * Math.PI, 1.4 * RADIUS);
            case DIAMOND -> polygon(p, 4, 0, 1.4 * RADIUS);
        };
    }

    private static Path2D polygon(Point2D p, int corners, double first, double radius) {
        Path2D polygon = new Path2D.Double();
        for (int k = 0; k < corners; k++) {
            double angle = first + 2 * Math.PI * k / corners;
            double x = p.getX() + radius * Math.cos(angle);
            double y = p.getY() + radius * Math.sin(angle);
            if (k == 0) {
                polygon.moveTo(x, y);
            } else {
                polygon.lineTo(x, y);
            }
        }
        polygon.closePath();
        return polygon;
    }
}
