package org.mfg.solvers.nested;

import java.util.ArrayList;
import java.util.List;
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
 * linear; that of the density keeps its mass. The history is that of the finest grid; its seconds count from the start.
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
        long began = System.nanoTime();
        List<DiscreteGame> games = coarserGames(game);
        @Nullable Guess guess = null;
        for (int l = games.size() - 1; l >= 1; l--) {
            if (monitor.isCancelled()) {
                // What there is, is on a coarser grid than the finest.
                guess = null;
                break;
            }
            Equilibrium rough = coarse.solve(games.get(l), guess, new CancelOnly(monitor));
            guess = rough.status() == Status.DIVERGED ? null : Prolongation.to(games.get(l - 1), rough);
        }
        double spent = (System.nanoTime() - began) * 1e-9;
        Equilibrium found = fine.solve(game, guess, new Later(monitor, spent));
        List<Iteration> history =
                found.history().stream().map(i -> later(i, spent)).toList();
        return new Equilibrium(
                found.game(),
                found.grid(),
                found.time(),
                found.u(),
                found.m(),
                found.status(),
                found.message(),
                history);
    }

    /** The game itself and its coarser versions, finest first; fewer where the game has no coarser version. */
    private List<DiscreteGame> coarserGames(DiscreteGame game) {
        List<DiscreteGame> games = new ArrayList<>(List.of(game));
        while (games.size() <= levels) {
            DiscreteGame coarser = coarser(games.get(games.size() - 1));
            if (coarser == null) {
                break;
            }
            games.add(coarser);
        }
        return games;
    }

    private static @Nullable DiscreteGame coarser(DiscreteGame finer) {
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
        try {
            return finer.discretization().discretize(finer.game(), Grid.of(grid.domain(), nodes), time);
        } catch (InvalidInputException tooCoarse) {
            // Data that the coarse grid does not resolve, for example a narrow initial density.
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

    /** Passes on the wish to cancel, not the iterations. */
    private record CancelOnly(Monitor monitor) implements Monitor {
        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
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
    }
}
