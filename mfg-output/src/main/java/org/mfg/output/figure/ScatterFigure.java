package org.mfg.output.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Points in panels, two in a row and the last of an odd number in a row of its own, each with lines to compare with. */
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

    private ScatterFigure() {}

    /** The figure of at least one panel. */
    static Picture of(Style style, List<Scatter> panels) {
        int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
        int height = style.scaled(PANEL_HEIGHT);
        return new Picture(style, rows * height, canvas -> {
            for (int k = 0; k < panels.size(); k++) {
                boolean isAlone = k % COLUMNS == 0 && k + 1 == panels.size();
                double width = isAlone ? style.units() : (double) style.units() / COLUMNS;
                int above = k / COLUMNS;
                double top = (double) above * height;
                paint(canvas, new Rectangle2D.Double(k % COLUMNS * width, top, width, height), panels.get(k));
            }
        });
    }

    private static void paint(Canvas canvas, Rectangle2D place, Scatter scatter) {
        DoubleSummaryStatistics x = all(scatter.x(), scatter.lines(), Curve::x);
        DoubleSummaryStatistics y = all(scatter.ordinates(), scatter.lines(), Curve::y);
        double wide = x.getMax() - x.getMin();
        double size = Math.abs(x.getMax());
        double room = size > 0 ? size : 1;
        double beside = MARGIN * (wide > TIE * size ? wide : room);
        double above = MARGIN * (y.getMax() - y.getMin());
        double[] high = {y.getMin() - above, y.getMax() + above};
        Axis horizontal = Axis.linear(scatter.xLabel(), Scale.exactly(x.getMin() - beside, x.getMax() + beside, TICKS));
        Axis vertical = Axis.linear(scatter.yLabel(), Scale.covering(high, TICKS));
        Panel panel = new Panel(canvas.style(), place, horizontal, vertical);
        panel.paintGrid(canvas);
        canvas.stroke(bars(panel, scatter), BAR);
        canvas.fill(points(panel, scatter), POINTS);
        for (Curve line : scatter.lines()) {
            canvas.stroke(panel.line(line.x(), line.y()), line.isReference() ? REFERENCE : LINE);
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
