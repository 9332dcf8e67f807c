package org.mfg.output.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Points in panels, two in a row, each with lines to compare with. Panels of the same quantity have the same axis of it. */
final class ScatterFigure {
    private static final int PANEL_HEIGHT = 270;
    private static final int COLUMNS = 2;
    private static final int TICKS = 4;
    private static final int MANY = 300;
    /** The room between points and the ends of the axes, as a part of their range. */
    private static final double MARGIN = 0.03;
    /** Places that are no further apart, relative to their size, are one. */
    private static final double TIE = 1e-9;

    private static final double RADIUS = 2.4;
    private static final double SMALL_RADIUS = 1.3;
    private static final int POINTS = 0x0072b2;
    private static final Pen BAR = new Pen(POINTS, 1, 0.8f, List.of());
    private static final Pen LINE = new Pen(0xd55e00, 1, 1.6f, List.of());
    private static final Pen REFERENCE = new Pen(0x707070, 1, 1.4f, List.of(2f, 3f));

    private static final Pen NO_LINE = new Pen(POINTS, 1, 0, List.of());

    private ScatterFigure() {}

    /** The figure of at least one panel. */
    static Picture of(Style style, List<Scatter> panels) {
        int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
        int height = style.scaled(PANEL_HEIGHT);
        double width = panels.size() == 1 ? style.units() : (double) style.units() / COLUMNS;
        List<LegendRow.Entry> legend = legend(panels.get(0));
        int below = legend.isEmpty() ? 0 : LegendRow.HEIGHT;
        return new Picture(style, below + rows * height, canvas -> {
            if (!legend.isEmpty()) {
                LegendRow.paint(canvas, legend);
            }
            for (int k = 0; k < panels.size(); k++) {
                int above = k / COLUMNS;
                Rectangle2D place =
                        new Rectangle2D.Double(k % COLUMNS * width, below + (double) above * height, width, height);
                paint(
                        canvas,
                        place,
                        panels.get(k),
                        ordinates(panels, panels.get(k).yLabel()));
            }
        });
    }

    private static List<LegendRow.Entry> legend(Scatter scatter) {
        List<LegendRow.Entry> entries = new ArrayList<>();
        if (!scatter.label().isEmpty()) {
            Pen pen = scatter.errors().length > 0 ? BAR : NO_LINE;
            entries.add(new LegendRow.Entry(scatter.label(), pen, Optional.of(Marker.CIRCLE)));
        }
        scatter.lines().stream()
                .filter(line -> !line.label().isEmpty())
                .forEach(line -> entries.add(new LegendRow.Entry(line.label(), pen(line))));
        return entries;
    }

    private static Pen pen(Curve line) {
        return line.isReference() ? REFERENCE : LINE;
    }

    /** What the vertical axes of the panels of a quantity cover. */
    private static DoubleSummaryStatistics ordinates(List<Scatter> panels, String yLabel) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        panels.stream()
                .filter(panel -> panel.yLabel().equals(yLabel))
                .forEach(panel -> all.combine(all(panel.ordinates(), panel.lines(), Curve::y)));
        return all;
    }

    private static void paint(Canvas canvas, Rectangle2D place, Scatter scatter, DoubleSummaryStatistics y) {
        DoubleSummaryStatistics x = all(scatter.x(), scatter.lines(), Curve::x);
        double wide = x.getMax() - x.getMin();
        double size = Math.abs(x.getMax());
        double room = size > 0 ? size : 1;
        double beside = MARGIN * (wide > TIE * size ? wide : room);
        double above = MARGIN * (y.getMax() - y.getMin());
        double[] ends = {y.getMin() - above, y.getMax() + above};
        Axis horizontal = Axis.linear(scatter.xLabel(), Scale.exactly(x.getMin() - beside, x.getMax() + beside, TICKS));
        Axis vertical = Axis.linear(scatter.yLabel(), Scale.spanning(ends, TICKS));
        Panel panel = new Panel(canvas.style(), place, horizontal, vertical);
        panel.paintGrid(canvas);
        canvas.stroke(bars(panel, scatter), BAR);
        canvas.fill(points(panel, scatter), POINTS);
        for (Curve line : scatter.lines()) {
            canvas.stroke(panel.line(line.x(), line.y()), pen(line));
        }
        panel.paintAxes(canvas);
    }

    private static DoubleSummaryStatistics all(
            double[] values, List<Curve> lines, Function<Curve, double[]> coordinate) {
        return DoubleStream.concat(
                        Arrays.stream(values),
                        lines.stream().flatMapToDouble(line -> Arrays.stream(coordinate.apply(line))))
                .filter(Scale::isDrawable)
                .summaryStatistics();
    }

    private static Path2D bars(Panel panel, Scatter scatter) {
        Path2D bars = new Path2D.Double();
        for (int i = 0; i < scatter.errors().length; i++) {
            double x = scatter.x()[i];
            double low = scatter.y()[i] - scatter.errors()[i];
            double high = scatter.y()[i] + scatter.errors()[i];
            if (Scale.isDrawable(x) && Scale.isDrawable(low) && Scale.isDrawable(high)) {
                Point2D from = panel.at(x, low);
                Point2D to = panel.at(x, high);
                bars.moveTo(from.getX(), from.getY());
                bars.lineTo(to.getX(), to.getY());
            }
        }
        return bars;
    }

    private static Path2D points(Panel panel, Scatter scatter) {
        double radius = scatter.x().length > MANY ? SMALL_RADIUS : RADIUS;
        Path2D points = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < scatter.x().length; i++) {
            if (Scale.isDrawable(scatter.x()[i]) && Scale.isDrawable(scatter.y()[i])) {
                Point2D p = panel.at(scatter.x()[i], scatter.y()[i]);
                points.append(
                        new Ellipse2D.Double(p.getX() - radius, p.getY() - radius, 2 * radius, 2 * radius), false);
            }
        }
        return points;
    }
}
