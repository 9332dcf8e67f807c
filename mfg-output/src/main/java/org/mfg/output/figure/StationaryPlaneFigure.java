package org.mfg.output.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Atom;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/**
 * The equilibrium of a stationary game in the plane, or in the middle plane of three axes: the density with arrows along the
 * optimal drift, and the value function with level lines. The colours end where the values do. Of a crowd that is in a small part of the plane that part is shown, with the logarithm of the density unless its colours have limits; agents who are held at a state constraint have no density, and are told in the title.
 */
final class StationaryPlaneFigure {
    private static final int LEVEL_LINES = 12;
    private static final int TICKS = 5;

    /** Of the colours of a density that is drawn where it is, which is steep. */
    private static final int DECADES = 4;

    /** The part of a crowd that may be denser than the colours tell. */
    private static final double DENSEST = 0.1;

    /** Of all who are held at a side, this part at a node is not worth a sign. */
    private static final double NEGLIGIBLE = 1e-3;

    private StationaryPlaneFigure() {}

    /** The figure; the value function is that of the given level. */
    static Picture of(Style style, Plane whole, DiscreteGame game, Equilibrium e, int valueLevel) {
        PlaneWindow window = PlaneWindow.of(whole.grid(), e.m());
        Plane plane = whole.in(window);
        List<Atom> everywhere = held(game, e);
        double[] m = e.m().clone();
        everywhere.forEach(atom -> m[atom.node()] = Double.NaN);
        List<Atom> atoms =
                everywhere.stream().filter(atom -> plane.contains(atom.node())).toList();
        boolean isPart = window.isPartOf(whole.grid()) && !style.limits().containsKey("density");
        double[] densities = PlaneField.of(plane, m, 0).flat();
        double most = isPart ? nearlyMost(plane.grid(), window, m) : most(densities);
        PlaneField density = PlaneField.of(plane, isPart ? exponents(m, most) : m, 0);
        Axis ofDensity = isPart
                ? Axis.decadesAround("", density.flat(), DECADES)
                : Axis.squares("", style.limited("density", Scale.spanning(withZero(densities), TICKS), TICKS));
        PlaneField value = PlaneField.of(plane, e.u(), valueLevel);
        List<Axis> colors = List.of(
                ofDensity,
                Axis.linear("", style.limited("value", Scale.spanning(value.flat(), TICKS), TICKS)));
        List<String> titles = List.of("density m" + plane.place() + share(atoms), "value u" + plane.place());
        DriftArrows arrows = new DriftArrows(plane, game, e, most);
        boolean isFirstWider = colors.get(0).widestTick(style) > colors.get(1).widestTick(style);
        PlaneLayout layout = PlaneLayout.apart(style, plane, 2, colors.get(isFirstWider ? 0 : 1));
        return new Picture(style, layout.pictureHeight(), canvas -> {
            for (int k = 0; k < 2; k++) {
                Panel panel = layout.panel(k);
                PlanePanel.paintColors(canvas, panel, k == 0 ? density : value, colors.get(k));
                if (k == 0) {
                    arrows.paint(canvas, panel, 0, titles.get(0), layout.titleY(0));
                } else {
                    Scale lines = Scale.covering(value.flat(), LEVEL_LINES);
                    LevelLines.paint(canvas, value, panel.area(), colors.get(1), lines);
                }
                PlanePanel.paintFrame(canvas, plane, panel);
                PlanePanel.paintTitle(canvas, panel, titles.get(k), layout.titleY(k));
                ColorBar.paint(canvas, layout.ownBar(k), colors.get(k));
            }
        });
    }

    private static double[] withZero(double[] values) {
        return DoubleStream.concat(DoubleStream.of(0), Arrays.stream(values)).toArray();
    }

    private static double most(double[] densities) {
        return Arrays.stream(withZero(densities))
                .filter(Scale::isDrawable)
                .max()
                .orElse(0);
    }

    /** The density, in all states, that all but the {@link #DENSEST} of a crowd are below: a peak in a few cells would take the colours from the rest. */
    private static double nearlyMost(Grid grid, PlaneWindow window, double[] m) {
        int[] nodes = IntStream.range(0, grid.size())
                .filter(i -> window.contains(grid, i) && Scale.isDrawable(m[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -m[i]))
                .mapToInt(i -> i)
                .toArray();
        double rest = DENSEST
                * Arrays.stream(nodes).mapToDouble(i -> grid.weight(i) * m[i]).sum();
        int k = 0;
        while (k < nodes.length - 1 && rest > 0) {
            rest -= grid.weight(nodes[k]) * m[nodes[k]];
            k++;
        }
        return m[nodes[k]];
    }

    /** The decimal logarithms of a density, at most that of the largest, and as far below it as is drawn. */
    private static double[] exponents(double[] m, double largest) {
        double top = Math.ceil(Math.log10(largest));
        return Arrays.stream(m)
                .map(density ->
                        Double.isNaN(density) ? density : Math.min(top, Math.max(top - DECADES, Math.log10(density))))
                .toArray();
    }

    /** Functions of the place by name, two in a row, with level lines. */
    static Picture of(Style style, Plane plane, Map<String, double[]> functions) {
        List<Map.Entry<String, double[]>> all = List.copyOf(functions.entrySet());
        return Picture.stacked(IntStream.range(0, (all.size() + 1) / 2)
                .mapToObj(row -> row(style, plane, all.subList(2 * row, Math.min(2 * row + 2, all.size()))))
                .toList());
    }

    private static Picture row(Style style, Plane plane, List<Map.Entry<String, double[]>> pair) {
        List<PlaneField> fields = pair.stream()
                .map(function -> PlaneField.of(plane, function.getValue(), 0))
                .toList();
        List<Axis> colors = fields.stream()
                .map(field -> Axis.linear("", Scale.spanning(field.flat(), TICKS)))
                .toList();
        Axis widest = colors.stream()
                .max(Comparator.comparingDouble(axis -> axis.widestTick(style)))
                .orElseThrow();
        PlaneLayout layout = PlaneLayout.apart(style, plane, 2, widest);
        return new Picture(style, layout.pictureHeight(), canvas -> {
            for (int k = 0; k < fields.size(); k++) {
                Panel panel = layout.panel(k);
                PlaneField field = fields.get(k);
                PlanePanel.paintColors(canvas, panel, field, colors.get(k));
                LevelLines.paint(canvas, field, panel.area(), colors.get(k), Scale.covering(field.flat(), LEVEL_LINES));
                PlanePanel.paintFrame(canvas, plane, panel);
                PlanePanel.paintTitle(canvas, panel, pair.get(k).getKey() + plane.place(), layout.titleY(k));
                ColorBar.paint(canvas, layout.ownBar(k), colors.get(k));
            }
        });
    }

    /** Who has no density, and would take all colours; nobody where it is next to nobody. */
    private static List<Atom> held(DiscreteGame game, Equilibrium e) {
        List<Atom> atoms = Atom.of(game, e);
        double mass = mass(atoms);
        return atoms.stream().filter(atom -> atom.mass() > NEGLIGIBLE * mass).toList();
    }

    private static double mass(List<Atom> atoms) {
        return atoms.stream().mapToDouble(Atom::mass).sum();
    }

    private static String share(List<Atom> atoms) {
        return atoms.isEmpty() ? "" : ", " + Numbers.shortest(100 * mass(atoms), 2) + " % held";
    }
}
