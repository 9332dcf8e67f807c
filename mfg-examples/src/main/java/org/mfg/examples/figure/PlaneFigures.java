package org.mfg.examples.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/** Figures of games with two axes: a few levels of a field side by side, on one colour scale. */
final class PlaneFigures {
    private static final double BAR = 16;
    private static final double GAP = 6;
    private static final int LEVEL_LINES = 16;

    private PlaneFigures() {}

    /** The density at t = 0, T/4, T/2, 3T/4 and T, with arrows along the optimal drift. */
    static Picture density(DiscreteGame game, Equilibrium e) {
        DriftArrows arrows = new DriftArrows(game, e);
        return panels(e, e.m(), "density m", new double[] {0, 0.25, 0.5, 0.75, 1}, arrows::paint);
    }

    /** The value function with level lines at t = 0 and T/2; that of T is given. */
    static Picture value(Equilibrium e) {
        return panels(e, e.u(), "value u", new double[] {0, 0.5}, (canvas, panel, level) -> {});
    }

    /** The initial density and the terminal cost, each on its own colour scale. */
    static Picture data(Equilibrium e) {
        PlaneField density = PlaneField.of(e.grid(), e.m(), 0);
        PlaneField cost = PlaneField.of(e.grid(), e.u(), e.time().steps());
        Axis densities = Axis.linear("", Scale.covering(density.flat(), 4));
        Axis costs = Axis.linear("", Scale.covering(cost.flat(), 4));
        double half = 0.5 * Picture.WIDTH;
        double bar = BAR + GAP + Math.max(AxisLine.depth(densities, 1, 0), AxisLine.depth(costs, 1, 0));
        double height = PlanePanel.height(e.grid(), half - bar);
        return Picture.of((int) Math.ceil(height), canvas -> {
            paintWithBar(canvas, PlanePanel.at(e.grid(), 0, 0, half - bar), density, densities, "initial density m");
            paintWithBar(canvas, PlanePanel.at(e.grid(), half, 0, half - bar), cost, costs, "terminal cost u");
        });
    }

    private static void paintWithBar(Canvas canvas, PlanePanel panel, PlaneField field, Axis colors, String title) {
        Rectangle2D area = panel.area();
        panel.paintColors(canvas, field, colors, title);
        panel.paintFrame(canvas);
        ColorBar.paint(
                canvas, new Rectangle2D.Double(area.getMaxX() + 2 * GAP, area.getY(), BAR, area.getHeight()), colors);
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
}
