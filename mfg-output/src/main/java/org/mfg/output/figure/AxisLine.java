package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * An axis at a place of the page: a line, ticks that point away from the data, upright numbers beside them and the
 * label along the line.
 *
 * @param axis what is measured
 * @param start where the axis begins
 * @param end where it ends
 * @param out the direction in which the ticks point, of length 1
 */
record AxisLine(Axis axis, Point2D start, Point2D end, Point2D out) {
    private static final double TICK = 5;
    private static final double PAD = 4;
    private static final double SLANT_PAD = 3;
    private static final double LINE_HEIGHT = 0.8;

    /** A label may be a little longer than its axis; a longer one is written smaller, to a point. */
    private static final double LABEL_ROOM = 1.08;

    private static final double SMALLEST = 0.7;

    /** The distance of numbers above each other, as a part of their size. */
    private static final double LEAST_APART = 1.05;

    /** The axis from one point to another with ticks in direction (dx, dy), of any length. */
    static AxisLine of(Axis axis, Point2D start, Point2D end, double dx, double dy) {
        double length = Math.hypot(dx, dy);
        return new AxisLine(axis, start, end, new Point2D.Double(dx / length, dy / length));
    }

    /** How much room an axis needs beside its line, label included, if its ticks point in the direction (dx, dy). */
    static double depth(Style style, Axis axis, double dx, double dy) {
        double numbers = numbers(style, axis, dx, dy);
        return axis.label().isEmpty() ? numbers : numbers + PAD + 1.15 * Style.LABEL;
    }

    private static double numbers(Style style, Axis axis, double dx, double dy) {
        return TICK + PAD + Math.abs(dx) * axis.widestTick(style) + Math.abs(dy) * LINE_HEIGHT * Style.TICK;
    }

    /** Paints the axis. */
    void paint(Canvas canvas) {
        Style style = canvas.style();
        Path2D lines = new Path2D.Double();
        lines.moveTo(start.getX(), start.getY());
        lines.lineTo(end.getX(), end.getY());
        double[] ticks = axis.ticks();
        int every = every(ticks);
        for (int k = 0; k < ticks.length; k++) {
            double tick = ticks[k];
            Point2D foot = at(axis.position(tick), 0);
            Point2D tip = at(axis.position(tick), TICK);
            lines.moveTo(foot.getX(), foot.getY());
            lines.lineTo(tip.getX(), tip.getY());
            if (k % every == 0) {
                number(canvas, axis.format().apply(tick), axis.position(tick));
            }
        }
        canvas.stroke(lines, Pen.AXIS);
        double distance = numbers(style, axis, out.getX(), out.getY()) + PAD + 0.6 * Style.LABEL;
        Point2D middle = at(0.5, distance);
        double room = LABEL_ROOM * start.distance(end);
        double fits = Math.min(1, Math.max(SMALLEST, room / style.width(axis.label(), Style.LABEL)));
        canvas.text(
                axis.label(), (float) (fits * Style.LABEL), middle.getX(), middle.getY(), Canvas.Align.MIDDLE, angle());
    }

    /** Of a level axis that is short, the numbers that have room: each, each second, and so on. */
    private int every(double[] ticks) {
        boolean isLevel = Math.abs(out.getY()) < 0.1;
        if (ticks.length < 2 || axis.power() != 1 || !isLevel) {
            return 1;
        }
        double apart = start.distance(end) * Math.abs(axis.position(ticks[1]) - axis.position(ticks[0]));
        return (int) Math.max(1, Math.ceil(LEAST_APART * Style.TICK / apart));
    }

    /** A number ends or begins at its tick where the tick is level, and is centred at the end of a slanted one. */
    private void number(Canvas canvas, String text, double position) {
        Style style = canvas.style();
        boolean level = Math.abs(out.getY()) < 0.1;
        double width = level ? 0 : style.width(text, Style.TICK);
        double height = level ? 0 : LINE_HEIGHT * Style.TICK;
        double pad = level ? PAD : PAD + SLANT_PAD;
        Point2D p = at(position, TICK + pad + 0.5 * (Math.abs(out.getX()) * width + Math.abs(out.getY()) * height));
        Canvas.Align beside = out.getX() < 0 ? Canvas.Align.END : Canvas.Align.START;
        canvas.text(text, Style.TICK, p.getX(), p.getY(), level ? beside : Canvas.Align.MIDDLE, 0);
    }

    private Point2D at(double position, double distance) {
        double x = start.getX() + position * (end.getX() - start.getX()) + distance * out.getX();
        double y = start.getY() + position * (end.getY() - start.getY()) + distance * out.getY();
        return new Point2D.Double(x, y);
    }

    /** The angle of the line, turned so that text along it reads from the left or from below. */
    private double angle() {
        double dx = end.getX() - start.getX();
        double dy = end.getY() - start.getY();
        boolean backwards = dx < -1e-6 || (Math.abs(dx) <= 1e-6 && dy > 0);
        return backwards ? Math.atan2(-dy, -dx) : Math.atan2(dy, dx);
    }
}
