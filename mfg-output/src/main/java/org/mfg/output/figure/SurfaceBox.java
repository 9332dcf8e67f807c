package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * The box around a surface: the floor and the two back walls with grid lines, and three axes. Position runs along the
 * front left edge, time along the front right one, the value up the left side.
 *
 * @param projection how the box is seen
 * @param time the direction of time
 * @param position the direction of space
 * @param value the upward direction
 */
record SurfaceBox(Projection projection, Axis time, Axis position, Axis value) {
    private static final int WALL = 0xf9f9f9;

    /** Where a point of the field is seen. */
    Point2D at(double t, double x, double v) {
        return projection.at(time.position(t), position.position(x), value.position(v));
    }

    /** Paints walls, grid lines and axes: all that is behind or beside the surface. */
    void paint(Canvas canvas) {
        fill(canvas, new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}});
        fill(canvas, new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 0, 1}, {0, 0, 1}});
        fill(canvas, new double[][] {{0, 0, 0}, {0, 1, 0}, {0, 1, 1}, {0, 0, 1}});
        for (double tick : time.scale().ticks()) {
            double a = time.position(tick);
            canvas.stroke(path(new double[][] {{a, 1, 0}, {a, 0, 0}, {a, 0, 1}}), Pen.GRID);
        }
        for (double tick : position.scale().ticks()) {
            double b = position.position(tick);
            canvas.stroke(path(new double[][] {{1, b, 0}, {0, b, 0}, {0, b, 1}}), Pen.GRID);
        }
        for (double tick : value.scale().ticks()) {
            double c = value.position(tick);
            canvas.stroke(path(new double[][] {{1, 0, c}, {0, 0, c}, {0, 1, c}}), Pen.GRID);
        }
        Point2D leftCorner = projection.at(1, 0, 0);
        Point2D nearCorner = projection.at(1, 1, 0);
        Point2D rightCorner = projection.at(0, 1, 0);
        AxisLine.of(position, leftCorner, nearCorner, -0.85, 1).paint(canvas);
        AxisLine.of(time, rightCorner, nearCorner, 0.85, 1).paint(canvas);
        AxisLine.of(value, leftCorner, projection.at(1, 0, 1), -1, 0).paint(canvas);
    }

    private void fill(Canvas canvas, double[][] corners) {
        Path2D wall = path(corners);
        wall.closePath();
        canvas.fill(wall, WALL);
    }

    private Path2D path(double[][] corners) {
        Path2D path = new Path2D.Double();
        for (int k = 0; k < corners.length; k++) {
            Point2D p = projection.at(corners[k][0], corners[k][1], corners[k][2]);
            if (k == 0) {
                path.moveTo(p.getX(), p.getY());
            } else {
                path.lineTo(p.getX(), p.getY());
            }
        }
        return path;
    }
}
