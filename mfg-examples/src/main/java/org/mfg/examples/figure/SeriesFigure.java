package org.mfg.examples.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Lines with dots over one number, either axis logarithmic if so wanted, with a legend below if there are several. */
final class SeriesFigure {
    private static final int PANEL_HEIGHT = 390;
    private static final int MANY_POINTS = 40;

    private final List<Series> series;
    private final boolean isLogX;
    private final boolean isLogY;

    private SeriesFigure(List<Series> series, boolean isLogX, boolean isLogY) {
        this.series = series;
        this.isLogX = isLogX;
        this.isLogY = isLogY;
    }

    static Picture of(String xLabel, String yLabel, List<Series> series, boolean isLogX, boolean isLogY) {
        SeriesFigure figure = new SeriesFigure(series, isLogX, isLogY);
        Axis horizontal = axis(xLabel, figure.all(figure::x), isLogX);
        Axis vertical = axis(yLabel, figure.all(figure::y), isLogY);
        SeriesLegend legend = new SeriesLegend(series.stream().map(Series::name).toList());
        int below = series.size() > 1 ? legend.height() : 0;
        return Picture.of(PANEL_HEIGHT + below, canvas -> {
            Panel panel = new Panel(new Rectangle2D.Double(0, 0, Picture.WIDTH, PANEL_HEIGHT), horizontal, vertical);
            figure.paint(canvas, panel, legend.pens());
            if (below > 0) {
                legend.paint(canvas, PANEL_HEIGHT);
            }
        });
    }

    private double[] x(Series s) {
        return isLogX ? logarithms(s.x()) : s.x();
    }

    private double[] y(Series s) {
        return isLogY ? logarithms(s.y()) : s.y();
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values)
                .map(v -> v > 0 && Scale.isDrawable(v) ? Math.log10(v) : Double.NaN)
                .toArray();
    }

    private double[] all(Function<Series, double[]> coordinate) {
        return series.stream()
                .flatMapToDouble(s -> Arrays.stream(coordinate.apply(s)))
                .filter(Double::isFinite)
                .toArray();
    }

    private static Axis axis(String label, double[] values, boolean isLog) {
        if (!isLog) {
            return Axis.linear(label, covering(values));
        }
        double first = Math.floor(Arrays.stream(values).min().orElse(-1) + 1e-9);
        double last = Math.max(first + 1, Math.ceil(Arrays.stream(values).max().orElse(0) - 1e-9));
        return Axis.decades(label, new Scale(first, last, Math.max(1, Math.ceil((last - first) / 10))));
    }

    /** Between whole numbers there are no ticks. */
    private static Scale covering(double[] values) {
        Scale scale = Scale.covering(values, 6);
        boolean areWhole = Arrays.stream(values).allMatch(v -> v == Math.rint(v));
        return areWhole && scale.step() < 1 ? new Scale(Math.floor(scale.lower()), Math.ceil(scale.upper()), 1) : scale;
    }

    private void paint(Canvas canvas, Panel panel, List<Pen> pens) {
        panel.paintGrid(canvas);
        for (int k = series.size() - 1; k >= 0; k--) {
            double[] x = x(series.get(k));
            double[] y = y(series.get(k));
            for (int i = 0; i < y.length; i++) {
                y[i] = Double.isNaN(x[i]) ? Double.NaN : y[i];
            }
            canvas.stroke(panel.line(x, y), pens.get(k));
            if (x.length <= MANY_POINTS) {
                canvas.fill(Markers.of(panel, x, y, i -> true), pens.get(k).rgb());
            }
        }
        panel.paintAxes(canvas);
    }
}
