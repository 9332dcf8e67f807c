package org.mfg.solvers.errorbars;

import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** A game on coarser and finer grids, spacing and time step in proportion. Axes of states and the one step of a stationary game stay. */
final class GridFamily {
    private static final int FEWEST_INTERVALS = 6;
    private static final int FEWEST_STEPS = 4;

    private GridFamily() {}

    /**
     * The game with a part of its intervals and steps, rounded where they cannot be parted.
     *
     * @throws InvalidInputException if there are too few, or the game's data are not valid there
     */
    static DiscreteGame coarser(DiscreteGame game, int part) {
        require(game, part);
        return scaled(game, 1, part);
    }

    /** Complains about too few nodes or time steps. */
    static void require(DiscreteGame game, int part) {
        Grid grid = game.grid();
        for (int k = 0; k < grid.dimension(); k++) {
            Axis axis = grid.domain().axis(k);
            int closing = axis.isPeriodic() ? 0 : 1;
            int fewest = part * FEWEST_INTERVALS + closing;
            if (!axis.hasStates() && grid.nodes(k) < fewest) {
                throw InvalidInputException.of(
                        "nodes of axis " + axis.name(), "be >= " + fewest + " for error bars", grid.nodes(k));
            }
        }
        if (!game.game().isStationary() && game.time().steps() < part * FEWEST_STEPS) {
            throw InvalidInputException.of(
                    "time steps",
                    "be >= " + part * FEWEST_STEPS + " for error bars",
                    game.time().steps());
        }
    }

    /** The game with twice the intervals and steps. */
    static DiscreteGame finer(DiscreteGame game) {
        return scaled(game, 2, 1);
    }

    private static DiscreteGame scaled(DiscreteGame game, int times, int part) {
        Grid grid = game.grid();
        int[] nodes = new int[grid.dimension()];
        for (int k = 0; k < nodes.length; k++) {
            Axis axis = grid.domain().axis(k);
            int closing = axis.isPeriodic() ? 0 : 1;
            nodes[k] = axis.hasStates() ? grid.nodes(k) : scaled(grid.nodes(k) - closing, times, part) + closing;
        }
        TimeGrid time = game.time();
        TimeGrid other = game.game().isStationary() ? time : time.withSteps(scaled(time.steps(), times, part));
        return game.discretization().discretize(game.game(), Grid.of(grid.domain(), nodes), other);
    }

    private static int scaled(int count, int times, int part) {
        return (int) Math.round((double) count * times / part);
    }

    /** The ratio of spacings and time steps: the geometric mean of all that differ. */
    static double ratio(DiscreteGame coarse, DiscreteGame fine) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < fine.grid().dimension(); k++) {
            if (!fine.grid().domain().axis(k).hasStates()) {
                sum += Math.log(coarse.grid().spacing(k) / fine.grid().spacing(k));
                count++;
            }
        }
        if (!fine.game().isStationary()) {
            sum += Math.log((double) fine.time().steps() / coarse.time().steps());
            count++;
        }
        return Math.exp(sum / count);
    }
}
