package org.mfg.app.study;

import java.util.Locale;
import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;

/**
 * Whether a grid is too coarse for the initial density. Along each axis the crowd starts in about 1/Σ p_i² cells, p_i being the mass between
 * the grid's hyperplanes of number i: in n cells if it is uniform on n, in 3.5 σ/h if it is a Gaussian.
 */
final class NarrowStart {
    private static final double FEWEST_CELLS = 2;

    private NarrowStart() {}

    /** A warning in a line, if there is an axis on which the density is narrower than two cells. */
    static Optional<String> warning(DiscreteGame game) {
        Grid grid = game.grid();
        for (int axis = 0; axis < grid.domain().positionAxes(); axis++) {
            double cells = cells(grid, game.initialDensity(), axis);
            if (cells < FEWEST_CELLS) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "the initial density lies in about %.1f cells of axis %s: a finer grid or a wider density would be more exact",
                        cells,
                        grid.domain().axis(axis).name()));
            }
        }
        return Optional.empty();
    }

    private static double cells(Grid grid, double[] density, int axis) {
        double[] mass = new double[grid.nodes(axis)];
        for (int i = 0; i < density.length; i++) {
            mass[i / grid.stride(axis) % mass.length] += grid.weight(i) * density[i];
        }
        double squares = 0;
        for (double p : mass) {
            squares += p * p;
        }
        return 1 / squares;
    }
}
