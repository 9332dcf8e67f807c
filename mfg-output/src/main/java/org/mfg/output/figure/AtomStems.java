package org.mfg.output.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Atom;
import org.mfg.api.grid.Grid;

/**
 * Atoms over a density on a line: a stem with a dot, and the mass beside it. Heights go with the masses, the largest nearly as high as the panel: an atom
 * has no density, and where the nodes are says nothing about it. The density leaves room above for the signs of the largest.
 */
final class AtomStems {
    private static final double HIGHEST = 0.93;

    /** The highest density, as a part of the panel's height at most. */
    static final double ROOM = 0.85;

    /** The room beyond an end that has an atom, as a part of the line's length. */
    static final double BESIDE = 0.04;

    private static final double RADIUS = 4.2;
    private static final double GAP = 5;

    /** The least distance between two signs at one place. */
    private static final double LINE = 14;

    /** Less is not worth a sign: it would look like much. */
    private static final double LEAST = 1e-4;

    private AtomStems() {}

    /** Those that are worth a sign. */
    static List<Atom> among(List<Atom> atoms) {
        return atoms.stream().filter(atom -> atom.mass() > LEAST).toList();
    }

    /**
     * Draws them; of several states at one place the largest first, so that each is seen above the next.
     *
     * @param pens by state
     */
    static void paint(Canvas canvas, Panel panel, Grid grid, List<Atom> atoms, List<Pen> pens) {
        double largest = atoms.stream().mapToDouble(Atom::mass).max().orElse(1);
        Rectangle2D area = panel.area();
        Map<Integer, Double> lowestSign = new HashMap<>();
        List<Atom> falling = atoms.stream()
                .sorted(Comparator.comparingDouble(Atom::mass).reversed())
                .toList();
        for (Atom atom : falling) {
            int rgb = pens.get(grid.dimension() > 1 ? grid.index(atom.node(), 1) : 0)
                    .rgb();
            int node = grid.index(atom.node(), 0);
            boolean isUpper = node == grid.nodes(0) - 1;
            double foot = panel.at(grid.coordinate(atom.node(), 0), 0).getX();
            double top = area.getMaxY() - HIGHEST * area.getHeight() * atom.mass() / largest;
            canvas.stroke(new Path2D.Double(new Line2D.Double(foot, area.getMaxY(), foot, top)), Pen.data(rgb));
            canvas.fill(
                    new Path2D.Double(new Ellipse2D.Double(foot - RADIUS, top - RADIUS, 2 * RADIUS, 2 * RADIUS)), rgb);
            double sign = Math.max(top, lowestSign.getOrDefault(node, Double.NEGATIVE_INFINITY) + LINE);
            lowestSign.put(node, sign);
            canvas.text(
                    Numbers.shortest(100 * atom.mass(), 3) + " %",
                    Style.TICK,
                    foot + (isUpper ? -1 : 1) * (RADIUS + GAP),
                    sign,
                    isUpper ? Canvas.Align.END : Canvas.Align.START,
                    0,
                    rgb);
        }
    }
}
