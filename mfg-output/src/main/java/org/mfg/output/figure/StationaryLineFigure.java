package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.Atom;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;

/** What there is of a stationary game on a line, in two panels beside each other: density and value function, or what agents do. */
final class StationaryLineFigure {
    private static final int PANEL_HEIGHT = 300;

    private StationaryLineFigure() {}

    /** The density, point masses apart, and the value function. */
    static Picture fields(DiscreteGame game, Equilibrium equilibrium) {
        StationaryEquilibrium stationary = StationaryEquilibrium.of(equilibrium);
        StateLines lines = StateLines.of(equilibrium);
        List<Atom> atoms = Atom.of(game, equilibrium);
        double[] m = stationary.m();
        atoms.forEach(atom -> m[atom.node()] = Double.NaN);
        String place = "(" + equilibrium.grid().domain().axis(0).name() + ")";
        int top = lines.legendHeight();
        return Picture.of(top + PANEL_HEIGHT, canvas -> {
            lines.paintLegend(canvas);
            Panel density = lines.paint(canvas, place(0, top), "density m" + place, lines.split(m));
            lines.paint(canvas, density, atoms);
            lines.paint(canvas, place(1, top), "value u" + place, lines.split(stationary.u()));
        });
    }

    /** Functions of the place by name, two in a row. */
    static Picture of(Equilibrium equilibrium, Map<String, double[]> functions) {
        StateLines lines = StateLines.of(equilibrium);
        List<String> names = List.copyOf(functions.keySet());
        int top = lines.legendHeight();
        int rows = (names.size() + 1) / 2;
        return Picture.of(top + rows * PANEL_HEIGHT, canvas -> {
            lines.paintLegend(canvas);
            for (int k = 0; k < names.size(); k++) {
                Rectangle2D place = place(k % 2, top + k / 2 * PANEL_HEIGHT);
                lines.paint(canvas, place, names.get(k), lines.split(functions.get(names.get(k))));
            }
        });
    }

    private static Rectangle2D place(int column, double top) {
        double half = 0.5 * Picture.WIDTH;
        return new Rectangle2D.Double(column * half, top, half, PANEL_HEIGHT);
    }
}
