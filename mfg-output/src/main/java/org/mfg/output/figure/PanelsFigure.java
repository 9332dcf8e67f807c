package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Curves over the same number in small panels, two side by side, such as impulse responses: each with its label above it and a line at 0. */
final class PanelsFigure {
    private static final int PANEL_HEIGHT = 150;
    private static final int TITLE = 26;
    private static final int COLUMNS = 2;
    private static final double BELOW = 1.4 * Style.LABEL;
    /** The room before the first abscissa, as a part of their range: a jump there would hide in the axis. */
    private static final double BEFORE = 0.03;

    private static final Pen LINE = Pen.data(0x0072b2);

    private PanelsFigure() {}

    /** The figure. */
    static Picture of(Style style, String xLabel, String yLabel, List<Curve> curves) {
        int rows = (curves.size() + COLUMNS - 1) / COLUMNS;
        double width = (double) style.units() / COLUMNS;
        int panelHeight = style.scaled(PANEL_HEIGHT);
        int row = TITLE + panelHeight;
        double[] depth = new double[COLUMNS];
        for (int k = 0; k < curves.size(); k++) {
            depth[k % COLUMNS] = Math.max(depth[k % COLUMNS], Panel.depth(style, vertical(yLabel, curves.get(k))));
        }
        return new Picture(style, (int) Math.ceil(rows * row + BELOW), canvas -> {
            for (int k = 0; k < curves.size(); k++) {
                double left = k % COLUMNS * width;
                int above = k / COLUMNS;
                double top = (double) above * row;
                boolean isLowest = k + COLUMNS >= curves.size();
                canvas.text(
                        curves.get(k).label(), Style.TICK, left + width / 2, top + 0.6 * TITLE, Canvas.Align.MIDDLE, 0);
                double height = panelHeight + (isLowest ? BELOW : 0);
                Rectangle2D place = new Rectangle2D.Double(left, top + TITLE, width, height);
                Axis horizontal = horizontal(isLowest ? xLabel : "", curves.get(k));
                Axis vertical = vertical(yLabel, curves.get(k));
                Panel panel = new Panel(style, place, horizontal, vertical, depth[k % COLUMNS]);
                paint(canvas, panel, horizontal, curves.get(k));
            }
        });
    }

    private static Axis vertical(String label, Curve curve) {
        double[] withZero = DoubleStream.concat(Arrays.stream(curve.y()), DoubleStream.of(0))
                .toArray();
        return Axis.linear(label, Scale.covering(withZero, 3));
    }

    private static Axis horizontal(String label, Curve curve) {
        double[] x = curve.x();
        double first = Math.min(0, x[0]);
        double last = x[x.length - 1];
        return Axis.linear(label, Scale.exactly(first - BEFORE * (last - first), last, 4));
    }

    private static void paint(Canvas canvas, Panel panel, Axis horizontal, Curve curve) {
        double[] x = curve.x();
        panel.paintGrid(canvas);
        Point2D from = panel.at(horizontal.scale().lower(), 0);
        Point2D to = panel.at(x[x.length - 1], 0);
        Path2D zero = new Path2D.Double();
        zero.moveTo(from.getX(), from.getY());
        zero.lineTo(to.getX(), to.getY());
        canvas.stroke(zero, Pen.AXIS);
        canvas.stroke(panel.line(x, curve.y()), LINE);
        panel.paintAxes(canvas);
    }
}
