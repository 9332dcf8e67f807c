package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Exit;

/** The mass inside and the mass that has left through each exit, against time. */
final class MassFigure {
    private static final int HEIGHT = 380;
    private static final int[] COLORS = {0xd55e00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00};

    private MassFigure() {}

    /** The colour of an exit, by its place among those of the grid, in this figure and in floor plans. */
    static int color(int exit) {
        return COLORS[exit % COLORS.length];
    }

    static Picture of(Style style, DiscreteGame game, Equilibrium e) {
        int levels = e.time().levels();
        double[] t = new double[levels];
        double[] inside = new double[levels];
        for (int j = 0; j < levels; j++) {
            t[j] = e.time().time(j);
            inside[j] = e.grid().integrate(e.m(), j * e.grid().size());
        }
        List<double[]> lines = new ArrayList<>(List.of(inside));
        List<LegendRow.Entry> legend = new ArrayList<>(List.of(new LegendRow.Entry("inside", Pen.data(0x0072b2))));
        for (Exit exit : e.grid().exits()) {
            double[] left = new double[levels];
            game.exitedMass(e.u(), e.m(), exit, left);
            int k = lines.size() - 1;
            Float[] dashes = k == 0 ? new Float[0] : new Float[] {9f, 2f + 2 * k};
            lines.add(left);
            legend.add(new LegendRow.Entry(exit.name(), Pen.data(color(k), dashes)));
        }
        int height = style.scaled(HEIGHT);
        Rectangle2D place =
                new Rectangle2D.Double(0, LegendRow.HEIGHT, style.units(), height - (double) LegendRow.HEIGHT);
        Panel panel = new Panel(
                style,
                place,
                Axis.linear("time t", Scale.exactly(0, e.time().horizon(), 6)),
                Axis.linear("mass", Scale.exactly(0, 1, 5)));
        return new Picture(style, height, canvas -> {
            LegendRow.paint(canvas, legend);
            panel.paintGrid(canvas);
            for (int k = 0; k < lines.size(); k++) {
                canvas.stroke(panel.line(t, lines.get(k)), legend.get(k).pen());
            }
            panel.paintAxes(canvas);
        });
    }
}
