package org.mfg.output.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Point masses over a density: a stem with a dot, and the mass beside it. Heights go with the masses, the largest nearly as high as the panel: a point mass
 * has no density, and where the nodes are says nothing about it.
 */
final class AtomStems {
    private static final double HIGHEST = 0.9;
    private static final double RADIUS = 4.2;
    private static final double GAP = 5;

    private AtomStems() {}

    /** @param pens by state */
    static void paint(Canvas canvas, Panel panel, double[] x, List<Atom> atoms, List<Pen> pens) {
        double largest = atoms.stream().mapToDouble(Atom::mass).max().orElse(1);
        Rectangle2D area = panel.area();
        for (Atom atom : atoms) {
            Pen pen = pens.get(atom.state());
            boolean isLeft = atom.node() == 0;
            double inwards = (isLeft ? 1 : -1) * (RADIUS + 1.5 + 2 * RADIUS * atom.state());
            double foot = panel.at(x[atom.node()], 0).getX() + inwards;
            double top = area.getMaxY() - HIGHEST * area.getHeight() * atom.mass() / largest;
            canvas.stroke(
                    new Path2D.Double(new Line2D.Double(foot, area.getMaxY(), foot, top)), Pen.data(pen.rgb()));
            canvas.fill(
                    new Path2D.Double(new Ellipse2D.Double(foot - RADIUS, top - RADIUS, 2 * RADIUS, 2 * RADIUS)),
                    pen.rgb());
            canvas.text(
                    Numbers.shortest(100 * atom.mass(), 3) + " %",
                    Style.TICK,
                    foot + (isLeft ? 1 : -1) * (RADIUS + GAP),
                    top,
                    isLeft ? Canvas.Align.START : Canvas.Align.END,
                    0,
                    pen.rgb());
        }
    }
}
