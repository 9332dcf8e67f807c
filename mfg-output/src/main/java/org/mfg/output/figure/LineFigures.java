package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Equilibrium;

/** Figures of two panels of lines over space: the density at the left, the value function at the right. */
final class LineFigures {
    private static final int PANEL_HEIGHT = 300;

    /** The colours of time end here on the scale: beyond it they are too pale for lines on white. */
    private static final double PALEST = 0.85;

    private static final int SINGLE = 0x0072b2;
    private static final Pen CEILING = Pen.data(0xd55e00, 7f, 4f);

    private LineFigures() {}

    /** Both fields at five times. */
    static Picture slices(Style style, Equilibrium e, SpaceTimeField density, SpaceTimeField value) {
        int[] levels = style.times().levels(e, 4, 4);
        List<Pen> pens = IntStream.range(0, levels.length)
                .mapToObj(k -> Pen.data(style.colors().rgb(PALEST * k / (levels.length - 1))))
                .toList();
        List<LegendRow.Entry> legend = IntStream.range(0, levels.length)
                .mapToObj(k -> new LegendRow.Entry(
                        "t = " + Numbers.time(density.t()[levels[k]], e.time().horizon()), pens.get(k)))
                .toList();
        return new Picture(style, LegendRow.HEIGHT + style.scaled(PANEL_HEIGHT), canvas -> {
            LegendRow.paint(canvas, legend);
            paint(canvas, left(style, LegendRow.HEIGHT), density, density.label(), levels, pens);
            paint(canvas, right(style, LegendRow.HEIGHT), value, value.label(), levels, pens);
        });
    }

    /** The initial density, below a ceiling if there is one, and the terminal cost. */
    static Picture data(Style style, SpaceTimeField density, Optional<SpaceTimeField> ceiling, SpaceTimeField value) {
        String cost = "terminal cost " + value.call("T");
        return pair(style, ceiling, (canvas, top) -> {
            paint(canvas, left(canvas.style(), top), density, 0, ceiling, "initial " + density.label("0"));
            paint(canvas, right(canvas.style(), top), value, value.last(), Optional.empty(), cost);
        });
    }

    /** The density that a crowd starts with, and its target, below a ceiling if there is one. */
    static Picture ends(Style style, SpaceTimeField density, Optional<SpaceTimeField> ceiling) {
        return pair(style, ceiling, (canvas, top) -> {
            paint(canvas, left(canvas.style(), top), density, 0, ceiling, "initial " + density.label("0"));
            paint(canvas, right(canvas.style(), top), density, density.last(), ceiling, "target " + density.label("T"));
        });
    }

    /** Two panels, painted below a legend where there is a ceiling. */
    private static Picture pair(Style style, Optional<SpaceTimeField> ceiling, ObjDoubleConsumer<Canvas> panels) {
        int top = ceiling.isPresent() ? LegendRow.HEIGHT : 0;
        return new Picture(style, top + style.scaled(PANEL_HEIGHT), canvas -> {
            if (ceiling.isPresent()) {
                LegendRow.paint(
                        canvas,
                        List.of(
                                new LegendRow.Entry("data", Pen.data(SINGLE)),
                                new LegendRow.Entry("ceiling", CEILING)));
            }
            panels.accept(canvas, top);
        });
    }

    /** A field at a level, and the ceiling there, where there is one. */
    private static void paint(
            Canvas canvas,
            Rectangle2D place,
            SpaceTimeField field,
            int level,
            Optional<SpaceTimeField> ceiling,
            String label) {
        double[] values = field.values()[level];
        double[] limit = ceiling.map(c -> c.values()[level]).orElse(new double[0]);
        double[] shown =
                DoubleStream.concat(Arrays.stream(values), Arrays.stream(limit)).toArray();
        Panel panel =
                new Panel(canvas.style(), place, field.positions(4), Axis.linear(label, Scale.covering(shown, 5)));
        panel.paintGrid(canvas);
        if (limit.length > 0) {
            canvas.stroke(panel.line(field.x(), limit), CEILING);
        }
        canvas.stroke(panel.line(field.x(), values), Pen.data(SINGLE));
        panel.paintAxes(canvas);
    }

    private static Rectangle2D left(Style style, double top) {
        return new Rectangle2D.Double(0, top, 0.5 * style.units(), style.scaled(PANEL_HEIGHT));
    }

    private static Rectangle2D right(Style style, double top) {
        return new Rectangle2D.Double(0.5 * style.units(), top, 0.5 * style.units(), style.scaled(PANEL_HEIGHT));
    }

    private static void paint(
            Canvas canvas, Rectangle2D place, SpaceTimeField field, String label, int[] levels, List<Pen> pens) {
        double[] shown = Arrays.stream(levels)
                .mapToObj(level -> field.values()[level])
                .flatMapToDouble(Arrays::stream)
                .toArray();
        Panel panel =
                new Panel(canvas.style(), place, field.positions(4), Axis.linear(label, Scale.covering(shown, 5)));
        panel.paintGrid(canvas);
        for (int k = 0; k < levels.length; k++) {
            canvas.stroke(panel.line(field.x(), field.values()[levels[k]]), pens.get(k));
        }
        panel.paintAxes(canvas);
    }
}
