package org.mfg.output.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A legend of lines in one centred row at the top of a figure: of more than fit, some at equal distances from first to last. */
final class LegendRow {
    /** The height to leave for the row. */
    static final int HEIGHT = 30;

    private static final double SAMPLE = 30;
    private static final double GAP = 6;
    private static final double BETWEEN = 16;

    /**
     * One line of the legend.
     *
     * @param label what the line is
     * @param pen how it is drawn; of the width 0 for points alone
     * @param marker the sign at its points, if it has one
     */
    record Entry(String label, Pen pen, Optional<Marker> marker) {
        /** A line without signs. */
        Entry(String label, Pen pen) {
            this(label, pen, Optional.empty());
        }

        double width(Style style) {
            return SAMPLE + GAP + style.width(label, Style.TICK) + BETWEEN;
        }
    }

    private LegendRow() {}

    /** Paints the row. */
    static void paint(Canvas canvas, List<Entry> all) {
        Style style = canvas.style();
        List<Entry> entries = fitting(style, all);
        double width = width(style, entries);
        double x = 0.5 * (style.units() - width);
        double y = 0.55 * HEIGHT;
        for (Entry entry : entries) {
            if (entry.pen().width() > 0) {
                canvas.stroke(new Path2D.Double(new Line2D.Double(x, y, x + SAMPLE, y)), entry.pen());
            }
            if (entry.marker().isPresent()) {
                Point2D middle = new Point2D.Double(x + 0.5 * SAMPLE, y);
                canvas.fill(entry.marker().get().at(middle), entry.pen().rgb());
            }
            canvas.text(entry.label(), Style.TICK, x + SAMPLE + GAP, y, Canvas.Align.START, 0);
            x += entry.width(style);
        }
    }

    private static double width(Style style, List<Entry> entries) {
        return entries.stream().mapToDouble(entry -> entry.width(style)).sum() - BETWEEN;
    }

    private static List<Entry> fitting(Style style, List<Entry> all) {
        List<Entry> entries = all;
        for (int count = all.size() - 1; count > 1 && width(style, entries) > style.units(); count--) {
            double step = (all.size() - 1.0) / (count - 1);
            entries = IntStream.range(0, count)
                    .mapToObj(k -> all.get((int) Math.round(k * step)))
                    .toList();
        }
        return entries;
    }
}
