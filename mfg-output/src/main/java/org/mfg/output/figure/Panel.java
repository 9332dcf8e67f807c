package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** A rectangle of data with an axis below and one at the left. Lines end where they leave the range of the axis at the left; that of the other is made for the data. */
final class Panel {
    private static final double TOP = 10;
    private static final double RIGHT = 18;
    private static final double MARGIN = 4;

    /** What is this little outside is there by round-off. */
    private static final double SLACK = 1e-6;

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

    /** The least ordinate that is shown. */
    double lower() {
        return vertical.scale().lower();
    }

    /** Where a point of the data is on the page. */
    Point2D at(double x, double y) {
        return new Point2D.Double(
                area.getX() + area.getWidth() * horizontal.position(x),
                area.getMaxY() - area.getHeight() * vertical.position(y));
    }

    /** The line through points of the data, as far as it is in the panel, with a gap where y cannot be drawn. */
    Path2D line(double[] x, double[] y) {
        Path2D line = new Path2D.Double();
        @Nullable Point2D last = null;
        for (int k = 0; k < x.length; k++) {
            @Nullable Point2D p = Scale.isDrawable(y[k]) ? at(x[k], y[k]) : null;
            if (p != null && last != null) {
                append(line, last, p);
            } else if (p != null && isInside(p)) {
                line.moveTo(p.getX(), p.getY());
            }
            last = p;
        }
        return line;
    }

    /** Draws on from a point to another, as far as it is inside. */
    private void append(Path2D line, Point2D from, Point2D to) {
        boolean isBeside = Math.max(from.getY(), to.getY()) < area.getY() - SLACK
                || Math.min(from.getY(), to.getY()) > area.getMaxY() + SLACK;
        if (isBeside) {
            return;
        }
        if (!isInside(from)) {
            Point2D entry = border(from, to);
            line.moveTo(entry.getX(), entry.getY());
        }
        Point2D end = isInside(to) ? to : border(to, from);
        line.lineTo(end.getX(), end.getY());
    }

    private boolean isInside(Point2D p) {
        return p.getY() >= area.getY() - SLACK && p.getY() <= area.getMaxY() + SLACK;
    }

    /** Where the line from a point above or below to another crosses the border. */
    private Point2D border(Point2D outside, Point2D other) {
        double y = outside.getY() < area.getY() ? area.getY() : area.getMaxY();
        double part = (y - outside.getY()) / (other.getY() - outside.getY());
        return new Point2D.Double(outside.getX() + part * (other.getX() - outside.getX()), y);
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
