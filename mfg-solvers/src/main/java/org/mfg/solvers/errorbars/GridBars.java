package org.mfg.solvers.errorbars;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;

/**
 * Error bars of any numbers of a game by its grid and two coarser ones, of spacing 2h and 4h, alone (L. F. Richardson 1911): where there are no linearised equations to tell what a
 * residual on a finer grid is worth. What the solver left is taken for nothing.
 */
public final class GridBars {
    private static final int HALF = 2;
    private static final int QUARTER = 4;

    private GridBars() {}

    /** Finds numbers on another grid. */
    @FunctionalInterface
    public interface Numbers {
        /**
         * The numbers by their names.
         *
         * @throws NumericalFailureException if there is no equilibrium on that grid
         */
        Map<String, Double> on(DiscreteGame coarser);
    }

    /**
     * Complains about a game whose coarser grids would be too coarse.
     *
     * @throws InvalidInputException if its grid has too few nodes or steps
     */
    public static void require(DiscreteGame game) {
        GridFamily.require(game, QUARTER);
    }

    /**
     * The bars of the numbers, in their order; of those that are finite on all three grids.
     *
     * @param game the game on the grid that has the numbers
     * @param values the numbers by their names
     * @throws InvalidInputException as {@link #require}, or if the game's data are not valid on a coarser grid
     * @throws NumericalFailureException as {@link Numbers#on}
     */
    public static List<ErrorBar> of(DiscreteGame game, Map<String, Double> values, Numbers numbers) {
        DiscreteGame half = GridFamily.coarser(game, HALF);
        DiscreteGame quarter = GridFamily.coarser(game, QUARTER);
        Map<String, Double> onHalf = numbers.on(half);
        Map<String, Double> onQuarter = numbers.on(quarter);
        double coarsening = GridFamily.ratio(quarter, half);
        double refining = GridFamily.ratio(half, game);
        List<ErrorBar> bars = new ArrayList<>();
        values.forEach((name, value) -> {
            double middle = found(onHalf.get(name));
            double coarse = found(onQuarter.get(name));
            if (Double.isFinite(value + middle + coarse)) {
                int order = game.discretization().order();
                bars.add(ErrorBar.of(
                        name, value, 0, new Richardson(coarse, middle, value, coarsening, refining, order)));
            }
        });
        return bars;
    }

    private static double found(@Nullable Double number) {
        return number == null ? Double.NaN : number;
    }
}
