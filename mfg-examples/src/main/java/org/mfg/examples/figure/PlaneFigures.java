package org.mfg.examples.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/** Figures of games with two axes: a few levels of a field side by side, on one colour scale. */
final class PlaneFigures {
    private static final double BAR = 16;
    private static final double GAP = 6;
    private static final int LEVEL_LINES = 16;
    /** The longest arrows, as a part of the distance between two of them. */
    private static final double LONGEST = 0.85;

    private static final int ARROWS_ACROSS = 11;
    /** Arrows are drawn where the density is more than this part of its largest value at the time. */
    private static final double DENSE = 0.02;

    private PlaneFigures() {}

    /** The density at t = 0, T/4, T/2, 3T/4 and T, with arrows along the optimal drift. */
    static Picture density(DiscreteGame game, Equilibrium e) {
        return panels(e, e.m(), "density m", new double[] {0, 0.25, 0.5, 0.75, 1}, (canvas, panel, level) -> {
            if (level < e.time().steps()) {
                paintDrift(canvas, panel, new Drift(game), e, level);
            }
        });
    }

    /** The value function with level lines at t = 0 and T/2; that of T is given. */
    static Picture value(Equilibrium e) {
        return panels(e, e.u(), "value u", new double[] {0, 0.5}, (canvas, panel, level) -> {});
    }

    private interface Overlay {
        void paint(Canvas canvas, PlanePanel panel, int level);
    }

    private static Picture panels(Equilibrium e, double[] field, String label, double[] times, Overlay overlay) {
        Grid grid = e.grid();
        int[] levels = new int[times.length];
        List<PlaneField> fields = new ArrayList<>();
        for (int k = 0; k < times.length; k++) {
            levels[k] = (int) Math.round(times[k] * e.time().steps());
            fields.add(PlaneField.of(grid, field, levels[k]));
        }
        double[] shown =
                fields.stream().flatMapToDouble(f -> Arrays.stream(f.flat())).toArray();
        Axis colors = Axis.linear(label, Scale.covering(shown, 4));
        boolean isWide =
                grid.domain().axis(0).length() > 1.6 * grid.domain().axis(1).length();
        int columns = isWide || times.length < 3 ? 2 : 3;
        double bar = BAR + AxisLine.depth(colors, 1, 0) + GAP;
        // The bar has the place after the last panel where there is one, else a column of its own.
        boolean hasPlace = times.length % columns != 0;
        double width = (Picture.WIDTH - (hasPlace ? 0 : bar)) / columns;
        double height = PlanePanel.height(grid, width);
        int rows = (times.length + columns - 1) / columns;
        return Picture.of((int) Math.ceil(rows * height), canvas -> {
            Rectangle2D first = PlanePanel.at(grid, 0, 0, width).area();
            for (int k = 0; k < levels.length; k++) {
                int row = k / columns;
                PlanePanel panel = PlanePanel.at(grid, k % columns * width, row * height, width);
                panel.paintColors(
                        canvas,
                        fields.get(k),
                        colors,
                        "t = " + Numbers.shortest(e.time().time(levels[k])));
                if (field == e.u()) {
                    panel.paintLevels(
                            canvas,
                            fields.get(k),
                            Scale.covering(shown, LEVEL_LINES).ticks());
                }
                overlay.paint(canvas, panel, levels[k]);
                panel.paintFrame(canvas);
            }
            double barX = hasPlace ? (times.length % columns) * width + first.getX() : columns * width;
            double barY = hasPlace ? (rows - 1) * height + first.getY() : first.getY();
            ColorBar.paint(canvas, new Rectangle2D.Double(barX, barY, BAR, first.getHeight()), colors);
        });
    }

    private static void paintDrift(Canvas canvas, PlanePanel panel, Drift drift, Equilibrium e, int level) {
        Grid grid = e.grid();
        double longer =
                Math.max(grid.domain().axis(0).length(), grid.domain().axis(1).length());
        double distance = longer / ARROWS_ACROSS;
        int n = grid.size();
        double largest = IntStream.range(level * n, (level + 1) * n)
                .mapToDouble(i -> e.m()[i])
                .max()
                .orElse(0);
        List<double[]> arrows = new ArrayList<>();
        double fastest = 0;
        for (int node = 0; node < n; node++) {
            if (isOnLattice(grid, node, distance) && e.m()[level * n + node] > DENSE * largest) {
                double[] a = drift.at(node, e.u(), e.m(), level);
                arrows.add(new double[] {node, a[0], a[1]});
                fastest = Math.max(fastest, Math.hypot(a[0], a[1]));
            }
        }
        for (double[] arrow : arrows) {
            double scale = LONGEST * distance / Math.max(fastest, Double.MIN_NORMAL);
            if (Math.hypot(arrow[1], arrow[2]) > 0.05 * fastest) {
                panel.paintArrow(canvas, (int) arrow[0], scale * arrow[1], scale * arrow[2]);
            }
        }
    }

    private static boolean isOnLattice(Grid grid, int node, double distance) {
        for (int k = 0; k < 2; k++) {
            int stride = Math.max(1, (int) Math.round(distance / grid.spacing(k)));
            if (grid.index(node, k) % stride != stride / 2) {
                return false;
            }
        }
        return !grid.isWall(node) && !grid.isExit(node);
    }
}
