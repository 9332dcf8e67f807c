package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * Colours the cells of a surface. A cell along which the value changes much is cut into patches, so that its colours
 * have no visible steps; a patch has the one colour of its middle. It is a hair larger than it should be, because two
 * polygons with smoothed edges would show a bright seam between them.
 *
 * <p>The corners of a cell are given in the order far left, far right, near right, near left.
 */
final class Patches {
    /** The change of colour that is hardly seen as a step, and by how much it grows until there are few enough patches. */
    private static final double COLOR_STEP = 0.03;

    private static final double COARSER = 1.3;

    /** Larger steps than this are worth no patches. */
    private static final double COARSEST = 0.5;

    private static final int MAX_CUTS = 8;

    /** More patches would make a file of many megabytes. */
    private static final int MAX_PATCHES = 9_000;

    private static final double OVERLAP = 0.3;

    private final Axis colors;
    private final double step;

    Patches(Axis colors, SpaceTimeField field) {
        this.colors = colors;
        double enough = COLOR_STEP;
        while (enough < COARSEST && count(field.values(), enough) > MAX_PATCHES) {
            enough *= COARSER;
        }
        step = enough;
    }

    private long count(double[][] v, double colorStep) {
        long patches = 0;
        for (int j = 0; j + 1 < v.length; j++) {
            for (int i = 0; i + 1 < v[j].length; i++) {
                double[] values = {v[j][i], v[j][i + 1], v[j + 1][i + 1], v[j + 1][i]};
                patches += (long) cutsAcross(values, colorStep) * cutsAlong(values, colorStep);
            }
        }
        return patches;
    }

    /** Paints a cell with the given corners on the page and values there. */
    void paint(Canvas canvas, Point2D[] corners, double[] values) {
        int across = cutsAcross(values, step);
        int along = cutsAlong(values, step);
        for (int k = 0; k < along; k++) {
            for (int l = 0; l < across; l++) {
                double a = (double) l / across;
                double b = (double) k / along;
                double value = mix(values, a + 0.5 / across, b + 0.5 / along);
                int rgb = canvas.style().colors().rgb(colors.position(value));
                canvas.fill(patch(corners, a, b, 1.0 / across, 1.0 / along), rgb);
            }
        }
    }

    private int cutsAcross(double[] v, double colorStep) {
        return cuts(Math.max(Math.abs(v[1] - v[0]), Math.abs(v[2] - v[3])), colorStep);
    }

    private int cutsAlong(double[] v, double colorStep) {
        return cuts(Math.max(Math.abs(v[3] - v[0]), Math.abs(v[2] - v[1])), colorStep);
    }

    private int cuts(double change, double colorStep) {
        double steps = change / (colors.scale().upper() - colors.scale().lower()) / colorStep;
        return (int) Math.max(1, Math.min(MAX_CUTS, Math.ceil(steps)));
    }

    /** The bilinear interpolation at a part a of the way from left to right and b from far to near. */
    private static double mix(double[] v, double a, double b) {
        return (1 - b) * ((1 - a) * v[0] + a * v[1]) + b * ((1 - a) * v[3] + a * v[2]);
    }

    private static Path2D patch(Point2D[] corners, double a, double b, double width, double depth) {
        double[] x = new double[4];
        double[] y = new double[4];
        for (int k = 0; k < 4; k++) {
            x[k] = corners[k].getX();
            y[k] = corners[k].getY();
        }
        double middleX = mix(x, a + 0.5 * width, b + 0.5 * depth);
        double middleY = mix(y, a + 0.5 * width, b + 0.5 * depth);
        Path2D path = new Path2D.Double();
        for (int k = 0; k < 4; k++) {
            double right = a + (k == 1 || k == 2 ? width : 0);
            double near = b + (k >= 2 ? depth : 0);
            double dx = mix(x, right, near) - middleX;
            double dy = mix(y, right, near) - middleY;
            double factor = 1 + OVERLAP / Math.max(OVERLAP, Math.hypot(dx, dy));
            if (k == 0) {
                path.moveTo(middleX + factor * dx, middleY + factor * dy);
            } else {
                path.lineTo(middleX + factor * dx, middleY + factor * dy);
            }
        }
        path.closePath();
        return path;
    }
}
