package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How several solves converge: residuals against iterations at the left and against seconds at the right. The axes are logarithmic; that of
 * iterations has the same room once more for the first iteration, so that it begins at 0, and is linear where all solves take few.
 */
final class ComparisonFigure {
    private static final int PANEL_HEIGHT = 330;
    private static final int ROWS_PER_COLUMN = 12;
    private static final int FEW_POINTS = 12;

    private ComparisonFigure() {}

    /** The figure of at least one solve. */
    static Picture of(Style style, List<SolveCurve> solves) {
        CurveLegend legend =
                new CurveLegend(style, solves.stream().map(SolveCurve::name).toList());
        int height = style.scaled(PANEL_HEIGHT);
        Axis residuals = decades("residual", solves, SolveCurve::residuals, ROWS_PER_COLUMN);
        double last = solves.stream()
                .flatMapToDouble(s -> Arrays.stream(s.iterations()))
                .max()
                .orElse(1);
        boolean areFew = last < FEW_POINTS;
        return new Picture(style, height + legend.height(), canvas -> {
            List<Pen> pens = legend.pens();
            Axis iterations = areFew ? count(last) : decadesFromZero(last);
            UnaryOperator<double[]> places = areFew ? k -> k : ComparisonFigure::places;
            paint(canvas, 0, iterations, residuals, solves, pens, solve -> places.apply(solve.iterations()));
            Axis seconds = decades("seconds", solves, SolveCurve::seconds, 6);
            paint(canvas, 1, seconds, residuals, solves, pens, solve -> Scale.logarithms(solve.seconds()));
            legend.paint(canvas, height, k -> isMarked(solves.get(k)));
        });
    }

    private static boolean isMarked(SolveCurve solve) {
        return solve.residuals().length <= FEW_POINTS;
    }

    private static void paint(
            Canvas canvas,
            int column,
            Axis horizontal,
            Axis vertical,
            List<SolveCurve> solves,
            List<Pen> pens,
            Function<SolveCurve, double[]> abscissae) {
        Style style = canvas.style();
        double width = 0.5 * style.units();
        Panel panel = new Panel(
                style,
                new Rectangle2D.Double(column * width, 0, width, style.scaled(PANEL_HEIGHT)),
                horizontal,
                vertical);
        panel.paintGrid(canvas);
        for (int k = solves.size() - 1; k >= 0; k--) {
            SolveCurve solve = solves.get(k);
            double[] x = abscissae.apply(solve);
            double[] y = Scale.logarithms(solve.residuals());
            for (int i = 0; i < y.length; i++) {
                y[i] = Double.isNaN(x[i]) ? Double.NaN : y[i];
            }
            canvas.stroke(panel.line(x, y), pens.get(k));
            if (isMarked(solve)) {
                canvas.fill(Marker.of(k).at(panel, x, y, i -> true), pens.get(k).rgb());
            }
        }
        panel.paintAxes(canvas);
    }

    private static Axis count(double last) {
        return Axis.linear("iteration", Scale.exactly(0, Math.max(1, last), 6).ofWholeNumbers());
    }

    private static Axis decadesFromZero(double last) {
        return new Axis(
                "iteration",
                new Scale(0, 1 + Math.log10(last), 1),
                place -> place < 1 ? "0" : Long.toString(Math.round(Math.pow(10, place - 1))),
                false);
    }

    /** 0 and 1 where they are, powers of ten at the whole numbers after them. */
    private static double[] places(double[] iterations) {
        return Arrays.stream(iterations).map(k -> k < 1 ? k : 1 + Math.log10(k)).toArray();
    }

    private static Axis decades(
            String label, List<SolveCurve> solves, Function<SolveCurve, double[]> values, int most) {
        double[] all = solves.stream()
                .flatMapToDouble(s -> Arrays.stream(Scale.logarithms(values.apply(s))))
                .toArray();
        return Axis.decadesAround(label, all, most);
    }
}
