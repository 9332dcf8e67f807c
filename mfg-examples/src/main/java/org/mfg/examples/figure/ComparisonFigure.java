package org.mfg.examples.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How several solves converge: residuals against iterations at the left and against seconds at the right, all axes logarithmic. Colours
 * of Okabe and Ito with a dash pattern each; the legend is below, in rows.
 */
final class ComparisonFigure {
    private static final int PANEL_HEIGHT = 330;
    private static final int ROW = 24;
    private static final int ROWS_PER_COLUMN = 12;
    private static final double SAMPLE = 34;
    private static final double GAP = 7;
    private static final double LEFT = 24;
    private static final int FEW_POINTS = 12;
    private static final int[] COLORS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x303030, 0x56b4e9, 0xe69f00};
    private static final List<List<Float>> DASHES =
            List.of(List.of(), List.of(9f, 4f), List.of(3f, 3f), List.of(10f, 3f, 2f, 3f));

    private ComparisonFigure() {}

    /** The figure of at least one solve. */
    static Picture of(List<Convergence> solves) {
        double widest = solves.stream()
                .mapToDouble(s -> Style.width(s.name(), Style.TICK))
                .max()
                .orElse(0);
        int columns = widest + SAMPLE + GAP + LEFT < 0.5 * Picture.WIDTH ? 2 : 1;
        int rows = (solves.size() + columns - 1) / columns;
        int height = PANEL_HEIGHT + ROW * rows + 8;
        List<Pen> pens = IntStream.range(0, solves.size())
                .mapToObj(ComparisonFigure::pen)
                .toList();
        Axis residuals = decades("residual", solves, Convergence::residuals, ROWS_PER_COLUMN);
        return Picture.of(height, canvas -> {
            paint(canvas, 0, decades("iteration", solves, Convergence::iterations, 6), residuals, solves, pens, true);
            paint(canvas, 1, decades("seconds", solves, Convergence::seconds, 6), residuals, solves, pens, false);
            for (int k = 0; k < solves.size(); k++) {
                int column = k / rows;
                double x = LEFT + column * 0.5 * Picture.WIDTH;
                double y = PANEL_HEIGHT + ROW * (k % rows + 0.5);
                canvas.stroke(new Path2D.Double(new Line2D.Double(x, y, x + SAMPLE, y)), pens.get(k));
                canvas.text(solves.get(k).name(), Style.TICK, x + SAMPLE + GAP, y, Canvas.Align.START, 0);
            }
        });
    }

    /** Colours first, then dashes: no two of the first 28 look the same. */
    private static Pen pen(int k) {
        Float[] dashes = DASHES.get((k + k / COLORS.length) % DASHES.size()).toArray(new Float[0]);
        return Pen.data(COLORS[k % COLORS.length], dashes);
    }

    private static void paint(
            Canvas canvas,
            int column,
            Axis horizontal,
            Axis vertical,
            List<Convergence> solves,
            List<Pen> pens,
            boolean isOfIterations) {
        double width = 0.5 * Picture.WIDTH;
        Panel panel = new Panel(new Rectangle2D.Double(column * width, 0, width, PANEL_HEIGHT), horizontal, vertical);
        panel.paintGrid(canvas);
        for (int k = solves.size() - 1; k >= 0; k--) {
            Convergence solve = solves.get(k);
            double[] x = logarithms(isOfIterations ? solve.iterations() : solve.seconds());
            double[] y = logarithms(solve.residuals());
            for (int i = 0; i < y.length; i++) {
                y[i] = Double.isNaN(x[i]) ? Double.NaN : y[i];
            }
            canvas.stroke(panel.line(x, y), pens.get(k));
            if (y.length <= FEW_POINTS) {
                canvas.fill(Markers.of(panel, x, y, i -> true), pens.get(k).rgb());
            }
        }
        panel.paintAxes(canvas);
    }

    private static Axis decades(
            String label, List<Convergence> solves, Function<Convergence, double[]> values, int most) {
        double[] all = solves.stream()
                .flatMapToDouble(s -> Arrays.stream(logarithms(values.apply(s))))
                .filter(Double::isFinite)
                .toArray();
        double first = Math.floor(Arrays.stream(all).min().orElse(-1) + 1e-9);
        double last = Math.max(first + 1, Math.ceil(Arrays.stream(all).max().orElse(0) - 1e-9));
        return Axis.decades(label, new Scale(first, last, Math.max(1, Math.ceil((last - first) / most))));
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values)
                .map(v -> v > 0 && Scale.isDrawable(v) ? Math.log10(v) : Double.NaN)
                .toArray();
    }
}
