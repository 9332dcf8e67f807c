package org.mfg.examples.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/** Arrows along the optimal drift, on a coarse lattice, where the colours show a density. */
final class DriftArrows {
    /** The distance of two arrows on the page. */
    private static final double DISTANCE = 13;
    /** The longest arrows, as a part of the distance between two of them. */
    private static final double LONGEST = 0.85;
    /** Arrows shorter than this part of the longest one are left out. */
    private static final double SHORTEST = 0.05;
    /** Arrows are drawn where the density is more than this part of its largest value, the initial time included. */
    private static final double DENSE = 0.01;

    private final Equilibrium equilibrium;
    private final Drift drift;
    private final double least;

    /** An arrow of a node. */
    private record Arrow(int node, double dx, double dy) {
        double length() {
            return Math.hypot(dx, dy);
        }
    }

    DriftArrows(DiscreteGame game, Equilibrium equilibrium) {
        this.equilibrium = equilibrium;
        drift = new Drift(game);
        least = DENSE
                * Arrays.stream(equilibrium.m()).filter(Scale::isDrawable).max().orElse(0);
    }

    /** Paints the arrows of a level; none at the last one, where nobody moves any more. */
    void paint(Canvas canvas, PlanePanel panel, int level) {
        if (level == equilibrium.time().steps()) {
            return;
        }
        Grid grid = equilibrium.grid();
        double distance =
                DISTANCE * grid.domain().axis(0).length() / panel.area().getWidth();
        List<Arrow> arrows = arrows(level, distance);
        double fastest = arrows.stream().mapToDouble(Arrow::length).max().orElse(0);
        double scale = LONGEST * distance / Math.max(fastest, Double.MIN_NORMAL);
        for (Arrow arrow : arrows) {
            if (arrow.length() > SHORTEST * fastest) {
                panel.paintArrow(canvas, arrow.node(), scale * arrow.dx(), scale * arrow.dy());
            }
        }
    }

    private List<Arrow> arrows(int level, double distance) {
        Grid grid = equilibrium.grid();
        List<Arrow> arrows = new ArrayList<>();
        for (int node = 0; node < grid.size(); node++) {
            boolean isDense = equilibrium.m()[level * grid.size() + node] > least;
            if (isDense && isOnLattice(grid, node, distance) && !grid.isWall(node) && !grid.isExit(node)) {
                double[] a = drift.at(node, equilibrium.u(), equilibrium.m(), level);
                Arrow arrow = new Arrow(node, a[0], a[1]);
                if (Scale.isDrawable(arrow.length())) {
                    arrows.add(arrow);
                }
            }
        }
        return arrows;
    }

    /** The lattice lies in the middle of the domain, so that no arrow reaches over its sides. */
    private static boolean isOnLattice(Grid grid, int node, double distance) {
        for (int k = 0; k < 2; k++) {
            int cells = grid.nodes(k) - 1;
            int stride = Math.max(1, (int) Math.ceil(distance / grid.spacing(k) - 0.5));
            int first = (cells - Math.max(0, cells / stride - 1) * stride) / 2;
            int index = grid.index(node, k) - first;
            if (index % stride != 0 || index < 0 || index + first > cells - first) {
                return false;
            }
        }
        return true;
    }
}
