package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Two densities over space, halfway at the left and at the end at the right. */
final class TwoDensitiesFigure {
    private static final int PANEL_HEIGHT = 300;
    private static final List<Pen> PENS = List.of(Pen.data(0x0072b2), Pen.data(0xd55e00, 9f, 4f));

    private TwoDensitiesFigure() {}

    /** The figure of two densities on the same grid; of stationary ones there is but one panel. */
    static Picture of(Style style, List<String> labels, List<SpaceTimeField> both, boolean isStationary) {
        SpaceTimeField first = both.get(0);
        int height = style.scaled(PANEL_HEIGHT);
        double half = 0.5 * style.units();
        List<LegendRow.Entry> legend = IntStream.range(0, 2)
                .mapToObj(k -> new LegendRow.Entry(labels.get(k), PENS.get(k)))
                .toList();
        return new Picture(style, LegendRow.HEIGHT + height, canvas -> {
            LegendRow.paint(canvas, legend);
            if (isStationary) {
                paint(canvas, place(0, style.units(), height), both, first.last(), first.stationaryLabel());
            } else {
                paint(canvas, place(0, half, height), both, first.last() / 2, first.label("T/2"));
                paint(canvas, place(half, half, height), both, first.last(), first.label("T"));
            }
        });
    }

    private static Rectangle2D place(double left, double width, int height) {
        return new Rectangle2D.Double(left, LegendRow.HEIGHT, width, height);
    }

    private static void paint(Canvas canvas, Rectangle2D place, List<SpaceTimeField> fields, int level, String label) {
        double[] shown = fields.stream()
                .map(field -> field.values()[level])
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double[] fromZero =
                DoubleStream.concat(Arrays.stream(shown), DoubleStream.of(0)).toArray();
        SpaceTimeField first = fields.get(0);
        Panel panel =
                new Panel(canvas.style(), place, first.positions(4), Axis.linear(label, Scale.covering(fromZero, 5)));
        panel.paintGrid(canvas);
        for (int k = 0; k < fields.size(); k++) {
            canvas.stroke(panel.line(first.x(), fields.get(k).values()[level]), PENS.get(k));
        }
        panel.paintAxes(canvas);
    }
}
