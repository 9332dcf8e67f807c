package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Curves over the same number in small panels, two side by side, such as impulse responses: the zero line is drawn in each, and the label of a curve is that of its axis. */
final class PanelsFigure {
    private static final int PANEL_HEIGHT = 190;
    private static final int COLUMNS = 2;
    private static final Pen LINE = Pen.data(0x0072b2);

    private PanelsFigure() {}

    /** The figure. */
    static Picture of(String xLabel, List<Curve> curves) {
        int rows = (curves.size() + COLUMNS - 1) / COLUMNS;
        return Picture.of(rows * PANEL_HEIGHT, canvas -> {
            for (int k = 0; k < curves.size(); k++) {
                double width = (double) Picture.WIDTH / COLUMNS;
                Rectangle2D place = new Rectangle2D.Double(
                        k % COLUMNS * width, (double) (k / COLUMNS) * PANEL_HEIGHT, width, PANEL_HEIGHT);
                paint(canvas, place, xLabel, curves.get(k));
            }
        });
    }

    private static void paint(Canvas canvas, Rectangle2D place, String xLabel, Curve curve) {
        double[] withZero =
                DoubleStream.concat(Arrays.stream(curve.y()), DoubleStream.of(0)).toArray();
        double[] x = curve.x();
        Axis horizontal = Axis.linear(xLabel, Scale.exactly(x[0], x[x.length - 1], 4));
        Panel panel = new Panel(place, horizontal, Axis.linear(curve.label(), Scale.covering(withZero, 4)));
        panel.paintGrid(canvas);
        Point2D from = panel.at(x[0], 0);
        Point2D to = panel.at(x[x.length - 1], 0);
        Path2D zero = new Path2D.Double();
        zero.moveTo(from.getX(), from.getY());
        zero.lineTo(to.getX(), to.getY());
        canvas.stroke(zero, Pen.AXIS);
        canvas.stroke(panel.line(x, curve.y()), LINE);
        panel.paintAxes(canvas);
    }
}
