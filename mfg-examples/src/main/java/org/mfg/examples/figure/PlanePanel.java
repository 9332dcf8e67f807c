package org.mfg.examples.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;

/**
 * One level of a field of two axes as colours, the first axis to the right, in true proportions, with a title above.
 * Obstacles are grey and exits a thick line.
 */
final class PlanePanel {
    /** The room for a title. */
    static final double TITLE = 24;

    private static final int PIXELS = 240;
    private static final float EXIT_WIDTH = 4;
    private static final Pen CASING = new Pen(Style.INK, 1, 2.6f, List.of());
    private static final Pen ARROW = new Pen(0xffffff, 1, 1.2f, List.of());
    private static final Pen LEVEL_LINE = new Pen(0xffffff, 0.8, 1f, List.of());

    private final Grid grid;
    private final Panel panel;
    private final Rectangle2D outside;

    private PlanePanel(Grid grid, Panel panel, Rectangle2D outside) {
        this.grid = grid;
        this.panel = panel;
        this.outside = outside;
    }

    /** The height of a panel of the given width, title included, so that both axes have the same unit. */
    static double height(Grid grid, double width) {
        Rectangle2D wide = new Rectangle2D.Double(0, 0, width, 1000);
        Rectangle2D area = new Panel(wide, axis(grid, 0, ticks(grid, 0)), axis(grid, 1, ticks(grid, 1))).area();
        double inside = area.getWidth()
                * grid.domain().axis(1).length()
                / grid.domain().axis(0).length();
        return TITLE + inside + 1000 - area.getHeight();
    }

    /** The panel with its upper left corner at (x, y). */
    static PlanePanel at(Grid grid, double x, double y, double width) {
        Rectangle2D outside = new Rectangle2D.Double(x, y + TITLE, width, height(grid, width) - TITLE);
        return new PlanePanel(
                grid, new Panel(outside, axis(grid, 0, ticks(grid, 0)), axis(grid, 1, ticks(grid, 1))), outside);
    }

    private static int ticks(Grid grid, int k) {
        return grid.domain().axis(k).length() > 1.5 * grid.domain().axis(1 - k).length() ? 4 : 3;
    }

    private static Axis axis(Grid grid, int k, int ticks) {
        org.mfg.api.grid.Axis axis = grid.domain().axis(k);
        return Axis.linear(axis.name(), Scale.exactly(axis.lower(), axis.upper(), ticks));
    }

    /** Where the data is. */
    Rectangle2D area() {
        return panel.area();
    }

    void paintColors(Canvas canvas, PlaneField field, Axis colors, String title) {
        canvas.image(image(field, colors, PIXELS, PIXELS), panel.area());
        Rectangle2D area = panel.area();
        canvas.text(title, Style.TICK, area.getCenterX(), outside.getY() - 4, Canvas.Align.MIDDLE, 0);
    }

    /** The colours of a field, its first axis to the right and its second upwards; grey where it has no value. */
    static BufferedImage image(PlaneField field, Axis colors, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double value = field.at((column + 0.5) / width, 1 - (row + 0.5) / height);
                boolean drawable = Scale.isDrawable(value);
                image.setRGB(column, row, drawable ? Viridis.rgb(colors.position(value)) : Style.MISSING);
            }
        }
        return image;
    }

    /** The lines of the given levels. */
    void paintLevels(Canvas canvas, PlaneField field, double[] levels) {
        Point2D origin = panel.at(0, 0);
        Point2D unit = panel.at(1, 1);
        AffineTransform onPage = new AffineTransform(
                unit.getX() - origin.getX(), 0, 0, unit.getY() - origin.getY(), origin.getX(), origin.getY());
        Path2D lines = Contours.of(field.x(), field.y(), field.values(), levels);
        canvas.stroke(new Path2D.Double(lines, onPage), LEVEL_LINE);
    }

    /** An arrow with its middle at a node, along a vector of the plane; white with a dark outline, to be seen on every colour. */
    void paintArrow(Canvas canvas, int node, double dx, double dy) {
        double x = grid.coordinate(node, 0);
        double y = grid.coordinate(node, 1);
        Point2D from = panel.at(x - 0.5 * dx, y - 0.5 * dy);
        Point2D to = panel.at(x + 0.5 * dx, y + 0.5 * dy);
        double length = from.distance(to);
        double head = Math.min(5, 0.5 * length);
        double direction = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(from.getX(), from.getY());
        arrow.lineTo(to.getX(), to.getY());
        for (double turn : new double[] {2.6, -2.6}) {
            arrow.moveTo(to.getX(), to.getY());
            arrow.lineTo(to.getX() + head * Math.cos(direction + turn), to.getY() + head * Math.sin(direction + turn));
        }
        canvas.stroke(arrow, CASING);
        canvas.stroke(arrow, ARROW);
    }

    /** The frame, the axes and the exits. */
    void paintFrame(Canvas canvas) {
        panel.paintAxes(canvas);
        List<Exit> exits = grid.exits();
        for (int k = 0; k < exits.size(); k++) {
            Exit exit = exits.get(k);
            int[] nodes = exit.nodes();
            int across = 1 - exit.axis();
            double half = 0.5 * grid.spacing(across);
            Point2D a = end(nodes[0], across, -half);
            Point2D b = end(nodes[nodes.length - 1], across, half);
            Path2D line = new Path2D.Double();
            line.moveTo(a.getX(), a.getY());
            line.lineTo(b.getX(), b.getY());
            canvas.stroke(line, new Pen(MassFigure.color(k), 1, EXIT_WIDTH, List.of()));
        }
    }

    /** Half a cell beyond a node of an exit, but not beyond the corner of the domain. */
    private Point2D end(int node, int across, double beyond) {
        double[] x = {grid.coordinate(node, 0), grid.coordinate(node, 1)};
        org.mfg.api.grid.Axis axis = grid.domain().axis(across);
        x[across] = Math.max(axis.lower(), Math.min(axis.upper(), x[across] + beyond));
        return panel.at(x[0], x[1]);
    }
}
