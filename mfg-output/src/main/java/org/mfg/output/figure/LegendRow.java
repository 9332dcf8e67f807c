package org.mfg.output.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
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
     * @param pen how it is drawn
     */
    record Entry(String label, Pen pen) {
        double width() {
            return SAMPLE + GAP + Style.width(label, Style.TICK) + BETWEEN;
        }
    }

    private LegendRow() {}

    /** Paints the row. */
    static void paint(Canvas canvas, List<Entry> all) {
        List<Entry> entries = fitting(all);
        double width = width(entries);
        double x = 0.5 * (Picture.WIDTH - width);
        double y = 0.55 * HEIGHT;
        for (Entry entry : entries) {
            canvas.stroke(new Path2D.Double(new Line2D.Double(x, y, x + SAMPLE, y)), entry.pen());
            canvas.text(entry.label(), Style.TICK, x + SAMPLE + GAP, y, Canvas.Align.START, 0);
            x += entry.width();
        }
    }

    private static double width(List<Entry> entries) {
        return entries.stream().mapToDouble(Entry::width).sum() - BETWEEN;
    }

    private static List<Entry> fitting(List<Entry> all) {
        List<Entry> entries = all;
        for (int count = all.size() - 1; count > 1 && width(entries) > Picture.WIDTH; count--) {
            double step = (all.size() - 1.0) / (count - 1);
            entries = IntStream.range(0, count)
                    .mapToObj(k -> all.get((int) Math.round(k * step)))
                    .toList();
        }
        return entries;
    }
}
