package org.mfg.solvers.nested;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * Nested iteration (Hackbusch 1985, section 5): solves the game on coarser grids first, and starts on each grid from the
 * solution on the one before, interpolated. Wraps any solver.
 *
 * <pre>
 *   for the grids of n/2^l nodes and nt/2^l steps, l = levels ... 1:   (u, m) ← solve from the interpolated (u, m)
 *   solve on the finest grid from the interpolated (u, m)
 * </pre>
 *
 * <p>The finest grid then needs a step or two of a method that converges fast near the solution, and since the scheme's
 * own viscosity is larger on coarse grids, games of small viscosity are reached through easier ones. Interpolation is
 * linear; that of the density keeps its mass. A coarse grid that the game's data refuse is skipped, and the message says so. The history is that of the finest grid; its seconds count from the start.
 */
public final class NestedSolver implements EquilibriumSolver {
    /** A coarse grid has at least this many nodes on each axis. */
    private static final int FEWEST_NODES = 12;

    private static final int FEWEST_STEPS = 6;

    private final EquilibriumSolver coarse;
    private final EquilibriumSolver fine;
    private final int levels;

    /**
     * @param coarse solves on the coarse grids: it may stop early
     * @param fine solves on the finest grid
     * @param levels the coarse grids to use at most, >= 0
     */
    public NestedSolver(EquilibriumSolver coarse, EquilibriumSolver fine, int levels) {
        this.coarse = coarse;
        this.fine = fine;
        this.levels = levels;
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        if (start != null) {
            return fine.solve(game, start, monitor);
        }
        fine.check(game);
        long began = System.nanoTime();
        List<String> skipped = new ArrayList<>();
        List<DiscreteGame> games = coarserGames(game, skipped);
        @Nullable Guess guess = null;
        for (int l = games.size() - 1; l >= 1; l--) {
            if (monitor.isCancelled()) {
                // What there is, is on a coarser grid than the finest.
                guess = null;
                break;
            }
            guess = finerGuess(games.get(l), guess, games.get(l - 1), monitor, skipped);
        }
        double spent = (System.nanoTime() - began) * 1e-9;
        Equilibrium found = fine.solve(game, guess, new Later(monitor, spent));
        List<Iteration> history =
                found.history().stream().map(i -> later(i, spent)).toList();
        return found.withHistory(found.message() + String.join("", skipped), history);
    }

    /** The start on the finer grid that a coarser one gives; null where it gives none. */
    private @Nullable Guess finerGuess(
            DiscreteGame game, @Nullable Guess guess, DiscreteGame finer, Monitor monitor, List<String> skipped) {
        try {
            Equilibrium rough = coarse.solve(game, guess, new CancelOnly(monitor));
            return rough.status() == Status.DIVERGED ? null : Prolongation.to(finer, rough);
        } catch (InvalidInputException refusal) {
            skipped.add(skipped(game.grid(), refusal));
            return null;
        }
    }

    /** A sentence on a grid that was passed over: what a plugin or the data refuse there, they may accept on the finest. */
    private static String skipped(Grid grid, InvalidInputException refusal) {
        String nodes = IntStream.range(0, grid.dimension())
                .mapToObj(k -> Integer.toString(grid.nodes(k)))
                .collect(Collectors.joining(" x "));
        return " The coarser grid of " + nodes + " nodes was skipped: " + refusal.getMessage() + ".";
    }

    /** The game itself and its coarser versions, finest first; fewer where the game has no coarser version. */
    private List<DiscreteGame> coarserGames(DiscreteGame game, List<String> skipped) {
        List<DiscreteGame> games = new ArrayList<>(List.of(game));
        while (games.size() <= levels) {
            DiscreteGame coarser = coarser(games.get(games.size() - 1), skipped);
            if (coarser == null) {
                break;
            }
            games.add(coarser);
        }
        return games;
    }

    private static @Nullable DiscreteGame coarser(DiscreteGame finer, List<String> skipped) {
        Grid grid = finer.grid();
        int[] nodes = new int[grid.dimension()];
        int fewest = Integer.MAX_VALUE;
        for (int k = 0; k < nodes.length; k++) {
            int half = grid.nodes(k) / 2;
            nodes[k] = grid.domain().axis(k).isPeriodic() ? half : half + grid.nodes(k) % 2;
            if (grid.domain().axis(k).hasStates()) {
                nodes[k] = grid.nodes(k);
            } else {
                fewest = Math.min(fewest, nodes[k]);
            }
        }
        TimeGrid time =
                new TimeGrid(finer.time().horizon(), Math.max(1, finer.time().steps() / 2));
        boolean hasFewSteps = time.steps() < FEWEST_STEPS && !finer.game().isStationary();
        if (fewest < FEWEST_NODES || hasFewSteps) {
            return null;
        }
        Grid coarser = Grid.of(grid.domain(), nodes);
        try {
            return finer.discretization().discretize(finer.game(), coarser, time);
        } catch (InvalidInputException refusal) {
            // For example an initial density that is too narrow for it; coarser ones would not do either.
            skipped.add(skipped(coarser, refusal));
            return null;
        }
    }

    private static Iteration later(Iteration i, double seconds) {
        return new Iteration(
                i.index(),
                i.hjbResidual(),
                i.fpResidual(),
                i.defect(),
                i.exploitability(),
                i.massDrift(),
                i.minDensity(),
                i.step(),
                i.sweeps(),
                i.seconds() + seconds);
    }

    /** Passes on the wish to cancel, not the iterations: of a coarse grid only the fields count. */
    private record CancelOnly(Monitor monitor) implements Monitor {
        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }

        @Override
        public boolean asksForResponses() {
            return false;
        }
    }

    /** Passes on iterations with the seconds spent before. */
    private record Later(Monitor monitor, double seconds) implements Monitor {
        @Override
        public void onIteration(Iteration iteration) {
            monitor.onIteration(later(iteration, seconds));
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }

        @Override
        public boolean asksForResponses() {
            return monitor.asksForResponses();
        }
    }
}
