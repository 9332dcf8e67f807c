package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Atom;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * Functions of the place on a line in a stationary game, a line for each state. Where the line ends at a state constraint with nobody near, as it does where
 * wealth has an end for the grid's sake alone, the figure ends where the crowd does.
 */
final class StateLines {
    /** The colours of states end here on the scale: beyond it they are too pale for lines on white. */
    private static final double PALEST = 0.85;

    private static final int SINGLE = 0x0072b2;

    /** This share of the crowd may be beyond the figure: at nodes with fewer of it, policies on coarse grids are those of the grid's end. */
    private static final double BEYOND = 1e-4;

    private final Grid grid;
    private final SpaceTimeField first;
    private final List<LegendRow.Entry> legend;
    private final double[] x;

    private StateLines(Style style, Grid grid, List<SpaceTimeField> densities, int shown) {
        this.grid = grid;
        first = densities.get(0);
        int states = densities.size();
        legend = IntStream.range(0, states)
                .mapToObj(k -> new LegendRow.Entry(
                        densities.get(k).state(),
                        Pen.data(states == 1 ? SINGLE : style.colors().rgb(PALEST * k / (states - 1)))))
                .toList();
        x = Arrays.copyOf(first.x(), shown);
    }

    /** The lines of an equilibrium. */
    static StateLines of(Style style, Equilibrium equilibrium) {
        List<SpaceTimeField> densities = SpaceTimeField.densities(equilibrium);
        return new StateLines(
                style,
                equilibrium.grid(),
                densities,
                shown(equilibrium, densities.get(0).x().length));
    }

    private static int shown(Equilibrium e, int all) {
        Grid grid = e.grid();
        if (grid.domain().axis(0).upperBoundary().kind() != Boundary.Kind.STATE_CONSTRAINT) {
            return all;
        }
        double beyond = 0;
        int shown = all;
        int stride = grid.stride(0);
        while (shown > 2 && beyond < BEYOND) {
            shown--;
            for (int i = shown * stride; i < (shown + 1) * stride; i++) {
                beyond += grid.weight(i) * e.m()[grid.size() + i];
            }
        }
        return Math.min(all, shown + 1 + shown / 50);
    }

    /** The height of the legend: 0 where there are no states. */
    int legendHeight() {
        return legend.size() == 1 ? 0 : LegendRow.HEIGHT;
    }

    void paintLegend(Canvas canvas) {
        if (legend.size() > 1) {
            LegendRow.paint(canvas, legend);
        }
    }

    /** The functions of the states that are one field, node by node. */
    List<double[]> split(double[] field) {
        int states = legend.size();
        return IntStream.range(0, states)
                .mapToObj(k -> IntStream.range(0, x.length)
                        .mapToDouble(i -> field[i % (field.length / states) * states + k])
                        .toArray())
                .toList();
    }

    /** Paints a panel with a line for each state; one that has values of both signs has a line at 0 too. */
    void paint(Canvas canvas, Rectangle2D place, String label, List<double[]> values) {
        paint(canvas, place, label, values, List.of());
    }

    /**
     * As above, of a density: atoms are stems beside it, and have room at their side and above. Near them it may be unbounded: it leaves the panel above what there
     * is at a distance.
     */
    void paint(Canvas canvas, Rectangle2D place, String label, List<double[]> values, List<Atom> atoms) {
        double highest = highest(values, atoms);
        DoubleStream room = atoms.isEmpty() ? DoubleStream.empty() : DoubleStream.of(highest / AtomStems.ROOM);
        DoubleStream shown = values.stream().flatMapToDouble(DoubleStream::of).map(v -> Math.min(v, highest));
        Scale scale = Scale.covering(DoubleStream.concat(shown, room).toArray(), 5);
        Panel panel = new Panel(canvas.style(), place, positions(atoms), Axis.linear(label, scale));
        panel.paintGrid(canvas);
        double[] ends = {x[0], x[x.length - 1]};
        if (scale.lower() < 0 && scale.upper() > 0) {
            canvas.stroke(panel.line(ends, new double[2]), Pen.AXIS);
        }
        List<Pen> pens = legend.stream().map(LegendRow.Entry::pen).toList();
        for (int k = 0; k < values.size(); k++) {
            canvas.stroke(panel.line(x, values.get(k)), pens.get(k));
        }
        AtomStems.paint(canvas, panel, grid, atoms, pens);
        panel.paintAxes(canvas);
    }

    /** The largest value that is not next to an atom. */
    private double highest(List<double[]> densities, List<Atom> atoms) {
        double near = AtomStems.BESIDE * (x[x.length - 1] - x[0]);
        return densities.stream()
                .flatMapToDouble(density -> IntStream.range(0, x.length)
                        .filter(i -> atoms.stream()
                                .allMatch(atom -> Math.abs(grid.coordinate(atom.node(), 0) - x[i]) > near))
                        .mapToDouble(i -> density[i]))
                .filter(Scale::isDrawable)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Axis positions(List<Atom> atoms) {
        double end = x[x.length - 1];
        double beside = AtomStems.BESIDE * (end - x[0]);
        boolean isBelow = atoms.stream().anyMatch(atom -> grid.index(atom.node(), 0) == 0);
        boolean isAbove = atoms.stream().anyMatch(atom -> grid.index(atom.node(), 0) == grid.nodes(0) - 1);
        return first.positions(4, isBelow ? x[0] - beside : x[0], isAbove ? end + beside : end);
    }
}
