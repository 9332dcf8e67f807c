package org.mfg.examples.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * Paints the cells of a field, the farthest first, so that the nearer ones cover what is behind them; for the graph of a
 * function seen by a parallel projection that order, row by row, is exact and needs no sorting. Each cell has one colour,
 * that of its mean value, and is a hair larger than it should be, because two polygons with smoothed edges would show a
 * bright seam between them. A few grid lines are drawn with the cells, and so hidden with them.
 */
final class Surface {
    private static final int LINES = 12;
    private static final double OVERLAP = 0.3;
    private static final Pen LINE = new Pen(0x000000, 0.35, 0.5f, List.of());

    private final SpaceTimeField field;
    private final Scale scale;
    private final Point2D[][] points;
    private final boolean timeReversed;

    Surface(SurfaceBox box, SpaceTimeField field, Scale scale) {
        this.field = field;
        this.scale = scale;
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
        int cells = field.last();
        for (int row = 0; row < cells; row++) {
            int far = timeReversed ? cells - row : row;
            int near = timeReversed ? far - 1 : far + 1;
            for (int i = 0; i + 1 < field.x().length; i++) {
                cell(canvas, far, near, i);
            }
        }
    }

    private void cell(Canvas canvas, int far, int near, int i) {
        double[][] v = field.values();
        double mean = 0.25 * (v[far][i] + v[far][i + 1] + v[near][i] + v[near][i + 1]);
        if (!Scale.isDrawable(mean)) {
            return;
        }
        Point2D[] corners = {points[far][i], points[far][i + 1], points[near][i + 1], points[near][i]};
        canvas.fill(grown(corners), Viridis.rgb(scale.position(mean)));
        Path2D lines = new Path2D.Double();
        int nodes = field.x().length;
        if (hasLine(far, field.t().length)) {
            add(lines, corners[0], corners[1]);
        }
        if (hasLine(i, nodes)) {
            add(lines, corners[0], corners[3]);
        }
        if (near == (timeReversed ? 0 : field.last())) {
            add(lines, corners[3], corners[2]);
        }
        if (i == nodes - 2) {
            add(lines, corners[1], corners[2]);
        }
        if (lines.getCurrentPoint() != null) {
            canvas.stroke(lines, LINE);
        }
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

    private static Path2D grown(Point2D[] corners) {
        double x = 0;
        double y = 0;
        for (Point2D corner : corners) {
            x += 0.25 * corner.getX();
            y += 0.25 * corner.getY();
        }
        Path2D path = new Path2D.Double();
        for (int k = 0; k < 4; k++) {
            double dx = corners[k].getX() - x;
            double dy = corners[k].getY() - y;
            double factor = 1 + OVERLAP / Math.max(OVERLAP, Math.hypot(dx, dy));
            if (k == 0) {
                path.moveTo(x + factor * dx, y + factor * dy);
            } else {
                path.lineTo(x + factor * dx, y + factor * dy);
            }
        }
        path.closePath();
        return path;
    }
}
