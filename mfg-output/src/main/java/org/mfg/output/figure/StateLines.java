package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mfg.api.discrete.Atom;
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

    /** This share of the crowd may be beyond the figure. */
    private static final double BEYOND = 1e-5;

    private final Grid grid;
    private final SpaceTimeField first;
    private final List<LegendRow.Entry> legend;
    private final double[] x;

    private StateLines(Grid grid, List<SpaceTimeField> densities, int shown) {
        this.grid = grid;
        first = densities.get(0);
        int states = densities.size();
        legend = IntStream.range(0, states)
                .mapToObj(k -> new LegendRow.Entry(
                        densities.get(k).state(),
                        Pen.data(states == 1 ? SINGLE : Viridis.rgb(PALEST * k / (states - 1)))))
                .toList();
        x = Arrays.copyOf(first.x(), shown);
    }

    /** The lines of an equilibrium. */
    static StateLines of(Equilibrium equilibrium) {
        List<SpaceTimeField> densities = SpaceTimeField.densities(equilibrium);
        return new StateLines(equilibrium.grid(), densities, shown(equilibrium, densities.get(0).x().length));
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
        return Math.min(all, shown + 1 + all / 50);
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
    Panel paint(Canvas canvas, Rectangle2D place, String label, List<double[]> values) {
        Scale scale =
                Scale.covering(values.stream().flatMapToDouble(DoubleStream::of).toArray(), 5);
        Panel panel = new Panel(place, first.positions(4, x[x.length - 1]), Axis.linear(label, scale));
        panel.paintGrid(canvas);
        if (scale.lower() < 0 && scale.upper() > 0) {
            canvas.stroke(panel.line(new double[] {x[0], x[x.length - 1]}, new double[2]), Pen.AXIS);
        }
        for (int k = 0; k < values.size(); k++) {
            canvas.stroke(panel.line(x, values.get(k)), legend.get(k).pen());
        }
        panel.paintAxes(canvas);
        return panel;
    }

    /** Paints atoms over a panel of the density. */
    void paint(Canvas canvas, Panel panel, List<Atom> atoms) {
        AtomStems.paint(
                canvas, panel, grid, atoms, legend.stream().map(LegendRow.Entry::pen).toList());
    }
}
