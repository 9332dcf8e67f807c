package org.mfg.output.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.function.IntPredicate;

/** Dots at the points of a line. */
final class Markers {
    private static final double RADIUS = 3.4;

    private Markers() {}

    /** Dots at the points that can be drawn and are wanted. */
    static Path2D of(Panel panel, double[] x, double[] y, IntPredicate isWanted) {
        Path2D markers = new Path2D.Double();
        for (int k = 0; k < x.length; k++) {
            if (!Double.isNaN(y[k]) && isWanted.test(k)) {
                Point2D p = panel.at(x[k], y[k]);
                markers.append(
                        new Ellipse2D.Double(p.getX() - RADIUS, p.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS), false);
            }
        }
        return markers;
    }
}
