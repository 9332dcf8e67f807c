package org.mfg.output.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.mfg.api.discrete.Atom;
import org.mfg.api.grid.Grid;

/**
 * Atoms over a density on a line: a stem with a dot, and the mass beside it. Heights go with the masses, the largest nearly as high as the panel: an atom
 * has no density, and where the nodes are says nothing about it.
 */
final class AtomStems {
    private static final double HIGHEST = 0.9;
    private static final double RADIUS = 4.2;
    private static final double GAP = 5;

    /** Less is not worth a sign. */
    private static final double LEAST = 1e-6;

    private AtomStems() {}

    /** @param pens by state */
    static void paint(Canvas canvas, Panel panel, Grid grid, List<Atom> all, List<Pen> pens) {
        List<Atom> atoms = all.stream().filter(atom -> atom.mass() > LEAST).toList();
        double largest = atoms.stream().mapToDouble(Atom::mass).max().orElse(1);
        Rectangle2D area = panel.area();
        for (Atom atom : atoms) {
            int state = grid.dimension() > 1 ? grid.index(atom.node(), 1) : 0;
            int rgb = pens.get(state).rgb();
            boolean isLower = grid.index(atom.node(), 0) == 0;
            int inwards = isLower ? 1 : -1;
            double foot = (isLower ? area.getX() : area.getMaxX()) + inwards * (RADIUS + 1.5 + 2 * RADIUS * state);
            double top = area.getMaxY() - HIGHEST * area.getHeight() * atom.mass() / largest;
            canvas.stroke(new Path2D.Double(new Line2D.Double(foot, area.getMaxY(), foot, top)), Pen.data(rgb));
            canvas.fill(
                    new Path2D.Double(new Ellipse2D.Double(foot - RADIUS, top - RADIUS, 2 * RADIUS, 2 * RADIUS)), rgb);
            canvas.text(
                    Numbers.shortest(100 * atom.mass(), 3) + " %",
                    Style.TICK,
                    foot + inwards * (RADIUS + GAP),
                    top,
                    isLower ? Canvas.Align.START : Canvas.Align.END,
                    0,
                    rgb);
        }
    }
}
