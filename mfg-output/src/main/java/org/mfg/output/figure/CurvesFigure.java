package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Lines with dots over one number, either axis logarithmic if so wanted, with a legend below if there are several. */
final class CurvesFigure {
    private static final int PANEL_HEIGHT = 390;
    private static final int MANY_POINTS = 40;

    private final List<Curve> curves;
    private final boolean isLogX;
    private final boolean isLogY;

    private CurvesFigure(List<Curve> curves, boolean isLogX, boolean isLogY) {
        this.curves = curves;
        this.isLogX = isLogX;
        this.isLogY = isLogY;
    }

    static Picture of(Style style, String xLabel, String yLabel, List<Curve> curves, boolean isLogX, boolean isLogY) {
        CurvesFigure figure = new CurvesFigure(curves, isLogX, isLogY);
        Axis horizontal = axis(xLabel, figure.all(figure::x), isLogX);
        Axis vertical = axis(yLabel, figure.all(figure::y), isLogY);
        CurveLegend legend =
                new CurveLegend(style, curves.stream().map(Curve::label).toList());
        int height = style.scaled(PANEL_HEIGHT);
        int below = curves.size() > 1 ? legend.height() : 0;
        return new Picture(style, height + below, canvas -> {
            Panel panel = new Panel(style, new Rectangle2D.Double(0, 0, style.units(), height), horizontal, vertical);
            figure.paint(canvas, panel, legend.pens());
            if (below > 0) {
                legend.paint(canvas, height, k -> isMarked(curves.get(k)));
            }
        });
    }

    private double[] x(Curve c) {
        return isLogX ? Scale.logarithms(c.x()) : c.x();
    }

    private double[] y(Curve c) {
        return isLogY ? Scale.logarithms(c.y()) : c.y();
    }

    private double[] all(Function<Curve, double[]> coordinate) {
        return curves.stream()
                .flatMapToDouble(s -> Arrays.stream(coordinate.apply(s)))
                .filter(Double::isFinite)
                .toArray();
    }

    private static Axis axis(String label, double[] values, boolean isLog) {
        if (!isLog) {
            return Axis.linear(label, covering(values));
        }
        return Axis.decadesAround(label, values, 10);
    }

    /** Between whole numbers there are no ticks. */
    private static Scale covering(double[] values) {
        Scale scale = Scale.covering(values, 6);
        boolean areWhole = Arrays.stream(values).allMatch(v -> v == Math.rint(v));
        return areWhole ? scale.ofWholeNumbers() : scale;
    }

    private static boolean isMarked(Curve curve) {
        return curve.x().length <= MANY_POINTS;
    }

    private void paint(Canvas canvas, Panel panel, List<Pen> pens) {
        panel.paintGrid(canvas);
        for (int k = curves.size() - 1; k >= 0; k--) {
            double[] x = x(curves.get(k));
            double[] y = y(curves.get(k));
            for (int i = 0; i < y.length; i++) {
                y[i] = Double.isNaN(x[i]) ? Double.NaN : y[i];
            }
            canvas.stroke(panel.line(x, y), pens.get(k));
            if (isMarked(curves.get(k))) {
                canvas.fill(Marker.of(k).at(panel, x, y, i -> true), pens.get(k).rgb());
            }
        }
        panel.paintAxes(canvas);
    }
}
