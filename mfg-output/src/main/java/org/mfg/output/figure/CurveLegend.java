package org.mfg.output.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Many lines and what they are: colours of Okabe and Ito with a dash pattern each, so that they are told apart without colour too, and a
 * legend in rows below a figure, of two columns where the names are short.
 */
final class CurveLegend {
    private static final int ROW = 24;
    private static final double SAMPLE = 34;
    private static final double GAP = 7;
    private static final double LEFT = 24;
    private static final int BELOW = 8;
    private static final int[] COLORS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x303030, 0x56b4e9, 0xe69f00};
    private static final List<List<Float>> DASHES =
            List.of(List.of(), List.of(9f, 4f), List.of(3f, 3f), List.of(10f, 3f, 2f, 3f));

    private final Style style;
    private final List<String> names;
    private final int rows;

    CurveLegend(Style style, List<String> names) {
        this.style = style;
        this.names = names;
        double widest = names.stream()
                .mapToDouble(s -> style.width(s, Style.TICK))
                .max()
                .orElse(0);
        int columns = widest + SAMPLE + GAP + LEFT < 0.5 * style.units() ? 2 : 1;
        rows = (names.size() + columns - 1) / columns;
    }

    /** A pen for each line. */
    List<Pen> pens() {
        return IntStream.range(0, names.size()).mapToObj(CurveLegend::pen).toList();
    }

    /** Seven colours and four dashes have no common factor: no two of the first 28 pens are the same. */
    private static Pen pen(int k) {
        Float[] dashes = DASHES.get(k % DASHES.size()).toArray(new Float[0]);
        return Pen.data(COLORS[k % COLORS.length], dashes);
    }

    /** The height that it takes. */
    int height() {
        return ROW * rows + BELOW;
    }

    /**
     * Paints it from the given height down.
     *
     * @param isMarked whether line k has signs at its points
     */
    void paint(Canvas canvas, double top, IntPredicate isMarked) {
        List<Pen> pens = pens();
        for (int k = 0; k < names.size(); k++) {
            int column = k / rows;
            double x = LEFT + column * 0.5 * style.units();
            double y = top + ROW * (k % rows + 0.5);
            canvas.stroke(new Path2D.Double(new Line2D.Double(x, y, x + SAMPLE, y)), pens.get(k));
            if (isMarked.test(k)) {
                Point2D middle = new Point2D.Double(x + 0.5 * SAMPLE, y);
                canvas.fill(Marker.of(k).at(middle), pens.get(k).rgb());
            }
            canvas.text(names.get(k), Style.TICK, x + SAMPLE + GAP, y, Canvas.Align.START, 0);
        }
    }
}
