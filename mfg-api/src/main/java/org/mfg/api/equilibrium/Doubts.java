package org.mfg.api.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mfg.api.grid.Extent;
import org.mfg.api.grid.Grid;

/**
 * Why what solves the discrete equations may say little of the game: a density below 0, a crowd in one or two cells, equations that were hardly solved. Each is a line, without a full
 * stop.
 */
public final class Doubts {
    /** A density below 0 by a larger part of its maximum is no round-off. */
    private static final double NEGATIVE = 1e-6;

    /** Equations are solved where what is left is at most this. */
    private static final double LARGEST_RESIDUAL = 1e-2;

    private Doubts() {}

    /** The doubts about an equilibrium; none about what a solver did not call one. */
    public static List<String> of(Equilibrium equilibrium) {
        List<String> doubts = new ArrayList<>();
        if (equilibrium.isConverged()) {
            addNegative(equilibrium, doubts);
            addNarrow(equilibrium, doubts);
            addUnsolved(equilibrium, doubts);
        }
        return doubts;
    }

    private static void addNegative(Equilibrium equilibrium, List<String> doubts) {
        double max = 0;
        for (double density : equilibrium.m()) {
            max = Math.max(max, density);
        }
        double min = equilibrium.last().minDensity();
        if (min < -NEGATIVE * max) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "the density falls to %.2g, below 0, where its maximum is %.2g: the scheme oscillates, so this is no answer of the game; try"
                            + " discretization upwind, or crank-nicolson with damped-ends",
                    min,
                    max));
        }
    }

    /** Of a crowd with noise that starts in more cells than it comes to lie in: without noise it may well be a point. */
    private static void addNarrow(Equilibrium equilibrium, List<String> doubts) {
        if (!(equilibrium.space() instanceof Grid grid)) {
            return;
        }
        double[] m = equilibrium.m();
        for (int axis = 0; axis < grid.domain().positionAxes(); axis++) {
            double[] middle = new double[grid.dimension()];
            grid.position(grid.size() / 2, middle);
            boolean isNoisy = equilibrium.game().diffusion().at(0, middle, axis) > 0;
            if (!isNoisy || Extent.isNarrow(Extent.cells(grid, m, 0, axis))) {
                continue;
            }
            for (int j = 1; j < equilibrium.time().levels(); j++) {
                double cells = Extent.cells(grid, m, j * grid.size(), axis);
                if (Extent.isNarrow(cells)) {
                    doubts.add(String.format(
                            Locale.ROOT,
                            "from t = %.3g on the crowd lies in about %.1f cells of axis %s: its density is the grid's, not the game's",
                            equilibrium.time().time(j),
                            cells,
                            grid.domain().axis(axis).name()));
                    break;
                }
            }
        }
    }

    private static void addUnsolved(Equilibrium equilibrium, List<String> doubts) {
        if (equilibrium.last().residual() > LARGEST_RESIDUAL) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "a residual of %.1e is left: with a tolerance above 0.01 the equations are hardly solved",
                    equilibrium.last().residual()));
        }
    }
}
