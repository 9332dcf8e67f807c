package org.mfg.output.figure;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;

/**
 * Figures of games with two axes, of the middle plane of those with three, and of each state of agents who have states: a few levels of a
 * field side by side, on one colour scale.
 */
final class PlaneFigures {
    private static final int LEVEL_LINES = 12;

    /** Central differences undershoot where a crowd ends; less than this part of the largest density is not seen, and not in the scale. */
    private static final double UNDERSHOOT = 0.01;

    private PlaneFigures() {}

    /** Paints over the colours of panel k. */
    private interface Overlay {
        void paint(Canvas canvas, Panel panel, int k);
    }

    /** The density at five times, with arrows along the optimal drift. */
    static Picture density(Style style, Plane plane, DiscreteGame game, Equilibrium e) {
        int[] levels = style.times().levels(e, 4, 4);
        List<PlaneField> fields = fields(plane, e.m(), levels);
        Axis colors = densityColors(style, values(fields));
        PlaneLayout layout = PlaneLayout.sharing(style, plane, levels.length, colors);
        double largest =
                Arrays.stream(values(fields)).filter(Scale::isDrawable).max().orElse(0);
        DriftArrows arrows = new DriftArrows(plane, game, e, largest);
        return panels(
                style,
                plane,
                e,
                levels,
                fields,
                colors,
                layout,
                (canvas, panel, k) ->
                        arrows.paint(canvas, panel, levels[k], title(e, levels[k], plane), layout.titleY(k)));
    }

    /** The value function with level lines at two times; that of T is given. */
    static Picture value(Style style, Plane plane, Equilibrium e) {
        int[] levels = style.times().levels(e, 2, 1);
        List<PlaneField> fields = fields(plane, e.u(), levels);
        Axis colors = Axis.linear("value u", style.limited("value", Scale.covering(values(fields), 6), 6));
        Scale lines = Scale.covering(values(fields), LEVEL_LINES);
        PlaneLayout layout = PlaneLayout.sharing(style, plane, levels.length, colors);
        return panels(
                style,
                plane,
                e,
                levels,
                fields,
                colors,
                layout,
                (canvas, panel, k) -> LevelLines.paint(canvas, fields.get(k), panel.area(), colors, lines));
    }

    /** The initial density and the terminal cost, or the target density in its place, with a colour scale each. */
    static Picture data(Style style, Plane plane, Equilibrium e) {
        boolean isPlanned = e.game().targetDensity().isPresent();
        List<String> titles = List.of("initial density", isPlanned ? "target density" : "terminal cost");
        PlaneField density = PlaneField.of(plane, e.m(), 0);
        PlaneField cost =
                PlaneField.of(plane, isPlanned ? e.m() : e.u(), e.time().steps());
        Axis densities = Axis.linear("density m", style.limited("density", Scale.covering(density.flat(), 5), 5));
        Axis costs = Axis.linear(
                isPlanned ? "density m" : "value u",
                style.limited(isPlanned ? "density" : "value", Scale.covering(cost.flat(), 5), 5));
        boolean wider = densities.widestTick(style) > costs.widestTick(style);
        PlaneLayout layout = PlaneLayout.apart(style, plane, 2, wider ? densities : costs);
        return new Picture(style, layout.pictureHeight(), canvas -> {
            for (int k = 0; k < 2; k++) {
                Panel panel = layout.panel(k);
                PlaneField field = k == 0 ? density : cost;
                Axis colors = k == 0 ? densities : costs;
                Optional<String> constant = constant(field);
                PlanePanel.paintColors(canvas, panel, field, colors);
                if (k == 1 && constant.isEmpty()) {
                    LevelLines.paint(canvas, cost, panel.area(), costs, Scale.covering(cost.flat(), LEVEL_LINES));
                }
                PlanePanel.paintFrame(canvas, plane, panel);
                String title = titles.get(k) + constant.map(c -> " " + c).orElse("") + plane.place();
                PlanePanel.paintTitle(canvas, panel, title, layout.titleY(k));
                if (constant.isEmpty()) {
                    ColorBar.paint(canvas, layout.ownBar(k), colors);
                }
            }
        });
    }

    /** The value of a field that has but one, which takes no colours to tell. */
    private static Optional<String> constant(PlaneField field) {
        DoubleSummaryStatistics values =
                Arrays.stream(field.flat()).filter(Scale::isDrawable).summaryStatistics();
        return values.getCount() > 0 && values.getMin() == values.getMax()
                ? Optional.of(Numbers.shortest(values.getMin()))
                : Optional.empty();
    }

    /** The colours of densities: by square roots, since a crowd is often dense in one place at one time only. */
    static Axis densityColors(Style style, double[] values) {
        double largest = Arrays.stream(values).filter(Scale::isDrawable).max().orElse(0);
        double[] seen = Arrays.stream(values)
                .map(m -> m < 0 && m > -UNDERSHOOT * largest ? 0 : m)
                .toArray();
        return Axis.squares("density m", style.limited("density", Scale.covering(seen, 8), 8));
    }

    private static Picture panels(
            Style style,
            Plane plane,
            Equilibrium e,
            int[] levels,
            List<PlaneField> fields,
            Axis colors,
            PlaneLayout layout,
            Overlay overlay) {
        return new Picture(style, layout.pictureHeight(), canvas -> {
            for (int k = 0; k < levels.length; k++) {
                Panel panel = layout.panel(k);
                PlanePanel.paintColors(canvas, panel, fields.get(k), colors);
                overlay.paint(canvas, panel, k);
                PlanePanel.paintFrame(canvas, plane, panel);
                PlanePanel.paintTitle(canvas, panel, title(e, levels[k], plane), layout.titleY(k));
            }
            ColorBar.paint(canvas, layout.sharedBar(), colors);
        });
    }

    /** What is written above a panel. */
    static String title(Equilibrium e, int level, Plane plane) {
        return "t = " + Numbers.time(e.time().time(level), e.time().horizon()) + plane.place();
    }

    private static List<PlaneField> fields(Plane plane, double[] field, int[] levels) {
        return Arrays.stream(levels)
                .mapToObj(level -> PlaneField.of(plane, field, level))
                .toList();
    }

    private static double[] values(List<PlaneField> fields) {
        return fields.stream().flatMapToDouble(f -> Arrays.stream(f.flat())).toArray();
    }
}
