package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * A rectangle of data with an axis below and one at the left. Lines outside the ranges of the axes are not cut off: the
 * ranges are made for the data.
 */
final class Panel {
    private static final double TOP = 10;
    private static final double RIGHT = 18;
    private static final double MARGIN = 4;

    private final Axis horizontal;
    private final Axis vertical;
    private final Rectangle2D area;

    /** The panel that fills the given rectangle with its data, axes and margins. */
    Panel(Style style, Rectangle2D outside, Axis horizontal, Axis vertical) {
        this(style, outside, horizontal, vertical, depth(style, vertical));
    }

    /** The same, with a given room for the axis at the left, so that panels above each other begin at the same place. */
    Panel(Style style, Rectangle2D outside, Axis horizontal, Axis vertical, double depth) {
        this(horizontal, vertical, inside(style, outside, horizontal, depth));
    }

    /** The room that an axis at the left takes. */
    static double depth(Style style, Axis vertical) {
        return AxisLine.depth(style, vertical, 1, 0);
    }

    private Panel(Axis horizontal, Axis vertical, Rectangle2D area) {
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.area = area;
    }

    /** The panel that has its data in the given rectangle, and its axes outside. */
    static Panel around(Rectangle2D area, Axis horizontal, Axis vertical) {
        return new Panel(horizontal, vertical, area);
    }

    private static Rectangle2D inside(Style style, Rectangle2D outside, Axis horizontal, double depth) {
        double left = MARGIN + depth;
        double below = MARGIN + AxisLine.depth(style, horizontal, 0, 1);
        return new Rectangle2D.Double(
                outside.getX() + left,
                outside.getY() + TOP,
                outside.getWidth() - left - Math.max(RIGHT, MARGIN + 0.5 * horizontal.widestTick(style)),
                outside.getHeight() - TOP - below);
    }

    /** Where the data is. */
    Rectangle2D area() {
        return area;
    }

    /** Where a point of the data is on the page. */
    Point2D at(double x, double y) {
        return new Point2D.Double(
                area.getX() + area.getWidth() * horizontal.position(x),
                area.getMaxY() - area.getHeight() * vertical.position(y));
    }

    /** The line through points of the data, with a gap where y cannot be drawn. */
    Path2D line(double[] x, double[] y) {
        Path2D line = new Path2D.Double();
        boolean begun = false;
        for (int k = 0; k < x.length; k++) {
            boolean drawable = Scale.isDrawable(y[k]);
            if (drawable) {
                Point2D p = at(x[k], y[k]);
                if (begun) {
                    line.lineTo(p.getX(), p.getY());
                } else {
                    line.moveTo(p.getX(), p.getY());
                }
            }
            begun = drawable;
        }
        return line;
    }

    /** Paints the grid lines, which go behind the data. */
    void paintGrid(Canvas canvas) {
        Path2D grid = new Path2D.Double();
        for (double tick : horizontal.scale().ticks()) {
            double x = at(tick, vertical.scale().lower()).getX();
            grid.moveTo(x, area.getY());
            grid.lineTo(x, area.getMaxY());
        }
        for (double tick : vertical.scale().ticks()) {
            double y = at(horizontal.scale().lower(), tick).getY();
            grid.moveTo(area.getX(), y);
            grid.lineTo(area.getMaxX(), y);
        }
        canvas.stroke(grid, Pen.GRID);
    }

    /** Paints the frame and the axes, which go over the data. */
    void paintAxes(Canvas canvas) {
        canvas.stroke(new Path2D.Double(area), Pen.AXIS);
        Point2D corner = new Point2D.Double(area.getX(), area.getMaxY());
        Point2D right = new Point2D.Double(area.getMaxX(), area.getMaxY());
        Point2D top = new Point2D.Double(area.getX(), area.getY());
        AxisLine.of(horizontal, corner, right, 0, 1).paint(canvas);
        AxisLine.of(vertical, corner, top, -1, 0).paint(canvas);
    }
}
