package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Atom;
import org.mfg.api.equilibrium.Equilibrium;

/** What there is of a stationary game on a line, in two panels beside each other: density and value function, or what agents do. */
final class StationaryLineFigure {
    private static final int PANEL_HEIGHT = 300;

    private StationaryLineFigure() {}

    /** The density, atoms apart, and the value function of the given level. */
    static Picture fields(Style style, DiscreteGame game, Equilibrium equilibrium, int valueLevel) {
        int n = game.grid().size();
        StateLines lines = StateLines.of(style, equilibrium);
        List<Atom> atoms = Atom.of(game, equilibrium);
        double[] m = Arrays.copyOfRange(equilibrium.m(), equilibrium.m().length - n, equilibrium.m().length);
        double[] u = Arrays.copyOfRange(equilibrium.u(), valueLevel * n, (valueLevel + 1) * n);
        RestPoints.bridge(game, equilibrium, m);
        atoms.forEach(atom -> m[atom.node()] = Double.NaN);
        String place = "(" + equilibrium.grid().domain().axis(0).name() + ")";
        int top = lines.legendHeight();
        return new Picture(style, top + style.scaled(PANEL_HEIGHT), canvas -> {
            lines.paintLegend(canvas);
            lines.paint(canvas, place(style, 0, top), "density m" + place, lines.split(m), AtomStems.among(atoms));
            lines.paint(canvas, place(style, 1, top), "value u" + place, lines.split(u));
        });
    }

    /** Functions of the place by name, two in a row. */
    static Picture of(Style style, Equilibrium equilibrium, Map<String, double[]> functions) {
        StateLines lines = StateLines.of(style, equilibrium);
        List<Map.Entry<String, double[]>> all = List.copyOf(functions.entrySet());
        int top = lines.legendHeight();
        int rows = (all.size() + 1) / 2;
        return new Picture(style, top + rows * style.scaled(PANEL_HEIGHT), canvas -> {
            lines.paintLegend(canvas);
            for (int k = 0; k < all.size(); k++) {
                Rectangle2D place = place(style, k % 2, top + k / 2 * style.scaled(PANEL_HEIGHT));
                lines.paint(
                        canvas,
                        place,
                        all.get(k).getKey(),
                        lines.split(all.get(k).getValue()));
            }
        });
    }

    private static Rectangle2D place(Style style, int column, double top) {
        double half = 0.5 * style.units();
        return new Rectangle2D.Double(column * half, top, half, style.scaled(PANEL_HEIGHT));
    }
}
