package org.mfg.solvers.errorbars;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;

/**
 * Error bars of any numbers of a game by its grid and two coarser ones, of spacing 2h and 4h, alone (L. F. Richardson 1911), and one of 8h where that can be: where there are no linearised equations to tell what a
 * residual on a finer grid is worth. What the solver left is taken for nothing.
 */
public final class GridBars {
    private static final int HALF = 2;
    private static final int QUARTER = 4;
    private static final int EIGHTH = 8;

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
        Before before = Before.of(game, quarter, numbers);
        double coarsening = GridFamily.ratio(quarter, half);
        double refining = GridFamily.ratio(half, game);
        int order = game.discretization().order();
        List<ErrorBar> bars = new ArrayList<>();
        values.forEach((name, value) -> {
            double middle = found(onHalf.get(name));
            double coarse = found(onQuarter.get(name));
            if (Double.isFinite(value + middle + coarse)) {
                double coarsest = found(before.numbers.get(name));
                bars.add(ErrorBar.of(
                        name,
                        value,
                        0,
                        new Richardson(coarsest, coarse, middle, before.coarsening, coarsening, order),
                        new Richardson(coarse, middle, value, coarsening, refining, order)));
            }
        });
        return bars;
    }

    /**
     * The grid before, of spacing 8h, which only tells whether an order is one by accident: without numbers where it has too few nodes or no equilibrium.
     *
     * @param coarsening its spacing by that of 4h
     */
    private record Before(Map<String, Double> numbers, double coarsening) {
        static Before of(DiscreteGame game, DiscreteGame quarter, Numbers numbers) {
            try {
                DiscreteGame eighth = GridFamily.coarser(game, EIGHTH);
                return new Before(numbers.on(eighth), GridFamily.ratio(eighth, quarter));
            } catch (InvalidInputException | NumericalFailureException none) {
                return new Before(Map.of(), HALF);
            }
        }
    }

    private static double found(@Nullable Double number) {
        return number == null ? Double.NaN : number;
    }
}
