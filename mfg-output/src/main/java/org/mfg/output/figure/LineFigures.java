package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Figures of two panels of lines over space: the density at the left, the value function at the right. */
final class LineFigures {
    private static final int PANEL_HEIGHT = 300;

    /** The colours of time end here on the scale: beyond it they are too pale for lines on white. */
    private static final double PALEST = 0.85;

    private static final int SINGLE = 0x0072b2;

    private LineFigures() {}

    /** Both fields at the levels nearest to t = 0, T/4, T/2, 3T/4 and T. */
    static Picture slices(SpaceTimeField density, SpaceTimeField value) {
        int[] levels = IntStream.rangeClosed(0, 4)
                .map(k -> (int) Math.round(0.25 * k * density.last()))
                .distinct()
                .toArray();
        List<Pen> pens = IntStream.range(0, levels.length)
                .mapToObj(k -> Pen.data(Viridis.rgb(PALEST * k / (levels.length - 1))))
                .toList();
        List<LegendRow.Entry> legend = IntStream.range(0, levels.length)
                .mapToObj(k -> new LegendRow.Entry("t = " + Numbers.shortest(density.t()[levels[k]]), pens.get(k)))
                .toList();
        return Picture.of(LegendRow.HEIGHT + PANEL_HEIGHT, canvas -> {
            LegendRow.paint(canvas, legend);
            paint(canvas, left(LegendRow.HEIGHT), density, density.label(), levels, pens);
            paint(canvas, right(LegendRow.HEIGHT), value, value.label(), levels, pens);
        });
    }

    /** The initial density and the terminal cost. */
    static Picture data(SpaceTimeField density, SpaceTimeField value) {
        List<Pen> pen = List.of(Pen.data(SINGLE));
        String cost = "terminal cost " + value.call("T");
        return Picture.of(PANEL_HEIGHT, canvas -> {
            paint(canvas, left(0), density, "initial " + density.label("0"), new int[] {0}, pen);
            paint(canvas, right(0), value, cost, new int[] {value.last()}, pen);
        });
    }

    /** The density that a crowd starts with, and its target. */
    static Picture ends(SpaceTimeField density) {
        List<Pen> pen = List.of(Pen.data(SINGLE));
        return Picture.of(PANEL_HEIGHT, canvas -> {
            paint(canvas, left(0), density, "initial " + density.label("0"), new int[] {0}, pen);
            paint(canvas, right(0), density, "target " + density.label("T"), new int[] {density.last()}, pen);
        });
    }

    private static Rectangle2D left(double top) {
        return new Rectangle2D.Double(0, top, 0.5 * Picture.WIDTH, PANEL_HEIGHT);
    }

    private static Rectangle2D right(double top) {
        return new Rectangle2D.Double(0.5 * Picture.WIDTH, top, 0.5 * Picture.WIDTH, PANEL_HEIGHT);
    }

    private static void paint(
            Canvas canvas, Rectangle2D place, SpaceTimeField field, String label, int[] levels, List<Pen> pens) {
        double[] shown = Arrays.stream(levels)
                .mapToObj(level -> field.values()[level])
                .flatMapToDouble(Arrays::stream)
                .toArray();
        Panel panel = new Panel(place, field.positions(4), Axis.linear(label, Scale.covering(shown, 5)));
        panel.paintGrid(canvas);
        for (int k = 0; k < levels.length; k++) {
            canvas.stroke(panel.line(field.x(), field.values()[levels[k]]), pens.get(k));
        }
        panel.paintAxes(canvas);
    }
}
