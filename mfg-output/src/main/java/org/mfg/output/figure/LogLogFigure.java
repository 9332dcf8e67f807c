package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Curves with both axes logarithmic; dotted slopes to compare with. The abscissae are numbers that grow by a common factor,
 * such as nodes or agents: they are the ticks.
 */
final class LogLogFigure {
    private static final int HEIGHT = 420;
    private static final int MAX_TICKS = 6;
    private static final List<Pen> PENS =
            List.of(Pen.data(0x0072b2), Pen.data(0xd55e00, 9f, 4f), Pen.data(0x009e73, 10f, 3f, 2f, 3f));
    private static final Pen REFERENCE = new Pen(0x707070, 1, 1.4f, List.of(2f, 3f));

    private LogLogFigure() {}

    /** The figure of at least one curve; the abscissae of the first one are the ticks. */
    static Picture of(Style style, String xLabel, String yLabel, List<Curve> curves) {
        double[] ticks = curves.get(0).x();
        int height = style.scaled(HEIGHT);
        Rectangle2D place =
                new Rectangle2D.Double(0, LegendRow.HEIGHT, style.units(), height - (double) LegendRow.HEIGHT);
        Panel panel = new Panel(style, place, abscissae(xLabel, ticks), decades(yLabel, curves));
        return new Picture(style, height, canvas -> paint(canvas, panel, curves, ticks));
    }

    /** Position k stands for ticks[0] times the common factor to the power k. */
    private static Axis abscissae(String label, double[] ticks) {
        int last = ticks.length - 1;
        double every = Math.max(1, Math.ceil((last + 1.0) / MAX_TICKS));
        return new Axis(
                label,
                new Scale(-0.15, last + 0.15, every),
                k -> Long.toString(Math.round(ticks[(int) Math.round(k)])),
                false);
    }

    private static Axis decades(String label, List<Curve> curves) {
        double[] all = curves.stream()
                .flatMapToDouble(c -> Arrays.stream(c.logarithms()))
                .toArray();
        return Axis.decadesAround(label, all, Integer.MAX_VALUE);
    }

    private static void paint(Canvas canvas, Panel panel, List<Curve> curves, double[] ticks) {
        panel.paintGrid(canvas);
        List<Pen> pens = pens(curves);
        for (int k = curves.size() - 1; k >= 0; k--) {
            double[] x = positions(curves.get(k).x(), ticks);
            double[] y = curves.get(k).logarithms();
            canvas.stroke(panel.line(x, y), pens.get(k));
            if (!curves.get(k).isReference()) {
                canvas.fill(Marker.of(k).at(panel, x, y, i -> true), pens.get(k).rgb());
            }
        }
        panel.paintAxes(canvas);
        LegendRow.paint(
                canvas,
                IntStream.range(0, curves.size())
                        .mapToObj(k -> new LegendRow.Entry(
                                curves.get(k).label(),
                                pens.get(k),
                                Optional.of(Marker.of(k))
                                        .filter(m -> !curves.get(k).isReference())))
                        .toList());
    }

    private static List<Pen> pens(List<Curve> curves) {
        return IntStream.range(0, curves.size())
                .mapToObj(k -> curves.get(k).isReference() ? REFERENCE : PENS.get(k % PENS.size()))
                .toList();
    }

    private static double[] positions(double[] x, double[] ticks) {
        int last = ticks.length - 1;
        double unit = last == 0 ? 1 : Math.log(ticks[last] / ticks[0]) / last;
        return Arrays.stream(x).map(v -> Math.log(v / ticks[0]) / unit).toArray();
    }
}
