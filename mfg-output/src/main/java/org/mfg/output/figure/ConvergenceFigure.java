package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Iteration;

/**
 * Residuals, defect and exploitability against the iteration, on a logarithmic axis. A value that has no logarithm
 * (zero, negative, not a number) leaves a gap in its line: nothing is bent to fit. Colours of Okabe and Ito with a
 * dash pattern each, so that the lines are told apart without colour as well.
 */
final class ConvergenceFigure {
    private static final int HEIGHT = 420;
    private static final int MAX_MARKERS = 30;

    /** Nothing below the square of the machine precision means anything, and it would squeeze the rest. */
    private static final double LOWEST = 1e-32;

    /** @param isSparse whether iterations may leave it unmeasured, which is no gap in the line */
    private record Line(String label, Pen pen, ToDoubleFunction<Iteration> quantity, boolean isSparse) {
        List<Iteration> measured(List<Iteration> history) {
            return history.stream()
                    .filter(i -> !isSparse || !Double.isNaN(quantity.applyAsDouble(i)))
                    .toList();
        }

        double[] logarithms(List<Iteration> history) {
            return measured(history).stream()
                    .mapToDouble(quantity)
                    .map(v -> v >= LOWEST && Scale.isDrawable(v) ? Math.log10(v) : Double.NaN)
                    .toArray();
        }
    }

    private static final List<Line> LINES = List.of(
            new Line("HJB residual", Pen.data(0x0072b2), Iteration::hjbResidual, false),
            new Line("FP residual", Pen.data(0xd55e00, 9f, 4f), Iteration::fpResidual, false),
            new Line("defect", Pen.data(0x009e73, 3f, 3f), Iteration::defect, true),
            new Line("exploitability", Pen.data(0x303030, 10f, 3f, 2f, 3f), Iteration::exploitability, true));

    private ConvergenceFigure() {}

    /** The figure of a history of at least one iteration. */
    static Picture of(Style style, List<Iteration> history) {
        double[][] index = LINES.stream()
                .map(line -> line.measured(history).stream()
                        .mapToDouble(Iteration::index)
                        .toArray())
                .toArray(double[][]::new);
        double[][] logarithms =
                LINES.stream().map(line -> line.logarithms(history)).toArray(double[][]::new);
        int height = style.scaled(HEIGHT);
        Rectangle2D place =
                new Rectangle2D.Double(0, LegendRow.HEIGHT, style.units(), height - (double) LegendRow.HEIGHT);
        Panel panel = new Panel(style, place, iterations(history), decades(logarithms));
        return new Picture(style, height, canvas -> paint(canvas, panel, index, logarithms));
    }

    private static Axis iterations(List<Iteration> history) {
        double first = history.get(0).index();
        double last = Math.max(first + 1, history.get(history.size() - 1).index());
        double margin = 0.02 * (last - first);
        double step = Math.max(1, Scale.exactly(first, last, 6).step());
        return Axis.linear("iteration", new Scale(first - margin, last + margin, step));
    }

    private static Axis decades(double[][] logarithms) {
        double[] all = Arrays.stream(logarithms)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        double first = Math.floor(Arrays.stream(all).min().orElse(-1));
        double last = Math.ceil(Arrays.stream(all).max().orElse(0));
        double widen = first == last ? 1 : 0;
        double step = Math.max(1, Math.ceil((last - first) / 10));
        return Axis.decades("distance from equilibrium", new Scale(first - widen, last + widen, step));
    }

    private static void paint(Canvas canvas, Panel panel, double[][] index, double[][] logarithms) {
        panel.paintGrid(canvas);
        for (int k = LINES.size() - 1; k >= 0; k--) {
            Pen pen = LINES.get(k).pen();
            canvas.stroke(panel.line(index[k], logarithms[k]), pen);
            canvas.fill(markers(Marker.of(k), panel, index[k], logarithms[k]), pen.rgb());
        }
        panel.paintAxes(canvas);
        LegendRow.paint(
                canvas,
                IntStream.range(0, LINES.size())
                        .mapToObj(k -> new LegendRow.Entry(
                                LINES.get(k).label(),
                                LINES.get(k).pen(),
                                Optional.of(Marker.of(k)).filter(m -> index[k].length <= MAX_MARKERS)))
                        .toList());
    }

    /** Signs at all points if they are few, else at those between two gaps, which no line shows. */
    private static Path2D markers(Marker marker, Panel panel, double[] index, double[] values) {
        return marker.at(
                panel,
                index,
                values,
                k -> index.length <= MAX_MARKERS || (isMissing(values, k - 1) && isMissing(values, k + 1)));
    }

    private static boolean isMissing(double[] values, int k) {
        return k < 0 || k >= values.length || Double.isNaN(values[k]);
    }
}
