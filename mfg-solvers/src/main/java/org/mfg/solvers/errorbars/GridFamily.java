package org.mfg.solvers.errorbars;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.nested.Prolongation;

/** A game on coarser and finer grids, spacing and time step in proportion, and its equilibrium there. Axes of states and the one step of a stationary game stay. */
public final class GridFamily {
    private static final int FEWEST_INTERVALS = 6;
    private static final int FEWEST_STEPS = 4;

    private GridFamily() {}

    /**
     * The game with a part of its intervals and steps, rounded where they cannot be parted.
     *
     * @throws InvalidInputException if there are too few, or the game's data are not valid there
     */
    public static DiscreteGame coarser(DiscreteGame game, int part) {
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
    public static double ratio(DiscreteGame coarse, DiscreteGame fine) {
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

    /**
     * The equilibrium on a coarser grid, from that of a finer one, or if that fails from the solver's own start.
     *
     * @throws NumericalFailureException if there is none
     */
    public static Equilibrium solved(
            DiscreteGame coarser, Equilibrium finer, EquilibriumSolver solver, Monitor monitor) {
        Monitor quiet = new Quiet(monitor);
        Equilibrium found = solver.solve(coarser, Prolongation.to(coarser, finer), quiet);
        if (!found.isConverged()) {
            found = solver.solve(coarser, null, quiet);
        }
        if (!found.isConverged()) {
            throw new NumericalFailureException("there is no equilibrium on the coarser grid of "
                    + nodes(coarser.grid()) + " nodes (" + found.status() + ")");
        }
        return found;
    }

    private static String nodes(Grid grid) {
        return IntStream.range(0, grid.dimension())
                .mapToObj(k -> Integer.toString(grid.nodes(k)))
                .collect(Collectors.joining(" x "));
    }

    /** A solve of which only the fields are of interest. */
    private record Quiet(Monitor monitor) implements Monitor {
        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }

        @Override
        public boolean asksForResponses() {
            return false;
        }
    }
}
