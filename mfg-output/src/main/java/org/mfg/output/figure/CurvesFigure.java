package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Lines with dots over one number, either axis logarithmic if so wanted, with a legend below if there are several. */
final class CurvesFigure {
    private static final int PANEL_HEIGHT = 390;
    private static final int MANY_POINTS = 40;
    private static final float BAR = 0.8f;

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
        Axis vertical = axis(yLabel, figure.ordinates(), isLogY);
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

    /** Those of all points, and of the ends of error bars; where a bar goes below 0 on a logarithmic axis, of its upper end. */
    private double[] ordinates() {
        return DoubleStream.concat(
                        Arrays.stream(all(this::y)),
                        curves.stream()
                                .flatMapToDouble(c -> IntStream.range(0, c.bars().length)
                                        .mapToObj(i -> ends(c, i))
                                        .flatMapToDouble(Arrays::stream)))
                .filter(Double::isFinite)
                .toArray();
    }

    /** Both ends of an error bar. */
    private double[] ends(Curve c, int i) {
        double[] ends = {c.y()[i] - c.bars()[i], c.y()[i] + c.bars()[i]};
        return isLogY ? Scale.logarithms(ends) : ends;
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

    private Path2D bars(Panel panel, Curve curve, double[] x) {
        Path2D bars = new Path2D.Double();
        for (int i = 0; i < curve.bars().length; i++) {
            double[] ends = ends(curve, i);
            double low = Double.isFinite(ends[0]) ? ends[0] : panel.lower();
            bars.append(panel.line(new double[] {x[i], x[i]}, new double[] {low, ends[1]}), false);
        }
        return bars;
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
            canvas.stroke(bars(panel, curves.get(k), x), new Pen(pens.get(k).rgb(), 1, BAR, List.of()));
            if (isMarked(curves.get(k))) {
                canvas.fill(Marker.of(k).at(panel, x, y, i -> true), pens.get(k).rgb());
            }
        }
        panel.paintAxes(canvas);
    }
}
