package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * Paints the cells of a field, the farthest first, so that the nearer ones cover what is behind them; for the graph of
 * a function seen by a parallel projection that order, row by row, is exact and needs no sorting. A few grid lines are
 * drawn with the cells, and so hidden with them.
 */
final class Surface {
    private static final int LINES = 12;
    private static final Pen LINE = new Pen(0x000000, 0.35, 0.5f, List.of());

    private final SpaceTimeField field;
    private final Patches patches;
    private final Point2D[][] points;
    private final boolean timeReversed;

    Surface(SurfaceBox box, SpaceTimeField field) {
        this.field = field;
        patches = new Patches(box.value(), field);
        timeReversed = box.time().reversed();
        points = new Point2D[field.t().length][field.x().length];
        for (int j = 0; j < field.t().length; j++) {
            for (int i = 0; i < field.x().length; i++) {
                points[j][i] = box.at(field.t()[j], field.x()[i], field.values()[j][i]);
            }
        }
    }

    /** Paints the surface. */
    void paint(Canvas canvas) {
        int rows = field.last();
        for (int row = 0; row < rows; row++) {
            int far = timeReversed ? rows - row : row;
            int near = timeReversed ? far - 1 : far + 1;
            for (int i = 0; i + 1 < field.x().length; i++) {
                cell(canvas, far, near, i);
            }
        }
    }

    private void cell(Canvas canvas, int far, int near, int i) {
        double[][] v = field.values();
        double[] values = {v[far][i], v[far][i + 1], v[near][i + 1], v[near][i]};
        if (!Scale.isDrawable(values[0] + values[1] + values[2] + values[3])) {
            return;
        }
        Point2D[] corners = {points[far][i], points[far][i + 1], points[near][i + 1], points[near][i]};
        patches.paint(canvas, corners, values);
        Path2D lines = new Path2D.Double();
        if (hasLine(far, field.t().length)) {
            add(lines, corners[0], corners[1]);
        }
        if (hasLine(i, field.x().length)) {
            add(lines, corners[0], corners[3]);
        }
        if (near == (timeReversed ? 0 : field.last())) {
            add(lines, corners[3], corners[2]);
        }
        if (i == field.x().length - 2) {
            add(lines, corners[1], corners[2]);
        }
        canvas.stroke(lines, LINE);
    }

    private static void add(Path2D lines, Point2D from, Point2D to) {
        lines.moveTo(from.getX(), from.getY());
        lines.lineTo(to.getX(), to.getY());
    }

    /** Whether a grid line runs through an index: about a dozen do, the first among them. */
    private static boolean hasLine(int index, int size) {
        int stride = Math.max(1, Math.round((size - 1) / (float) LINES));
        return index % stride == 0;
    }
}
