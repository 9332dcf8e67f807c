package org.mfg.app.study;

import java.util.Locale;
import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;

/**
 * Whether a grid is too coarse for the initial density, or for the target. Along each axis the crowd stands out in about 1/Σ p_i² cells, p_i being the
 * part of what stands above the least density that is between the grid's hyperplanes of number i: in n cells if it is uniform on n, in 3.5 σ/h if
 * it is a Gaussian, on a floor or not. A crowd that is as good as uniform stands out nowhere.
 */
final class NarrowStart {
    private static final double FEWEST_CELLS = 2;

    /** Less of the mass above the floor is no crowd. */
    private static final double LEAST_MASS = 0.05;

    private NarrowStart() {}

    /** A warning in a line, if there is an axis on which a density is narrower than two cells. */
    static Optional<String> warning(DiscreteGame game) {
        return warning(game, "initial", game.initialDensity())
                .or(() -> game.targetDensity().flatMap(target -> warning(game, "target", target)));
    }

    private static Optional<String> warning(DiscreteGame game, String which, double[] density) {
        Grid grid = game.grid();
        for (int axis = 0; axis < grid.domain().positionAxes(); axis++) {
            double cells = cells(grid, density, axis);
            if (cells < FEWEST_CELLS) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "the %s density lies in about %.1f cells of axis %s: a finer grid or a wider density would be more exact",
                        which,
                        cells,
                        grid.domain().axis(axis).name()));
            }
        }
        return Optional.empty();
    }

    private static double cells(Grid grid, double[] density, int axis) {
        double[] mass = new double[grid.nodes(axis)];
        double[] room = new double[mass.length];
        for (int i = 0; i < density.length; i++) {
            int cell = i / grid.stride(axis) % mass.length;
            mass[cell] += grid.weight(i) * density[i];
            room[cell] += grid.weight(i);
        }
        double floor = Double.POSITIVE_INFINITY;
        for (int c = 0; c < mass.length; c++) {
            floor = room[c] > 0 ? Math.min(floor, mass[c] / room[c]) : floor;
        }
        double above = 0;
        double squares = 0;
        for (int c = 0; c < mass.length; c++) {
            double p = mass[c] - floor * room[c];
            above += p;
            squares += p * p;
        }
        return above < LEAST_MASS ? mass.length : above * above / squares;
    }
}
