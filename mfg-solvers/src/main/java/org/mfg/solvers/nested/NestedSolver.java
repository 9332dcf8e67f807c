package org.mfg.solvers.nested;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;

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
 * linear; that of the density keeps its mass. On a line it is extrapolated ({@link NextGrid}). Where the solver took short steps on the coarsest grid, all others have the time steps of the finest: a crowd that a strong coupling
 * spreads within a step or two does so in a layer that is another one for each step, and that of longer steps is no start. Where nobody feels the crowd, the best response that solvers begin with is all there is to find, and coarser grids are left out. A coarse grid that the game's data refuse is skipped, and the message says so. The history is that of the finest grid; its seconds count from the start.
 */
public final class NestedSolver implements EquilibriumSolver {
    /** On the coarsest grid, steps shorter than this tell of a game whose time steps are to be kept. */
    private static final double SHORT_STEP = 0.1;

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
        boolean isBestResponse = !game.game().isCoupled() && !game.game().isConstrained();
        if (start != null || isBestResponse) {
            return fine.solve(game, start, monitor);
        }
        fine.check(game);
        long began = System.nanoTime();
        Set<String> skipped = new LinkedHashSet<>();
        // The start is not held longer than it is needed: on fine grids it is large.
        Queue<Guess> starts = new ArrayDeque<>();
        start(game, monitor, skipped).ifPresent(starts::add);
        double spent = (System.nanoTime() - began) * 1e-9;
        Equilibrium found = fine.solve(game, starts.poll(), new Later(monitor, spent));
        List<Iteration> history =
                found.history().stream().map(i -> i.after(spent)).toList();
        return found.withHistory(found.message() + String.join("", skipped), history);
    }

    /** The start that coarser grids give; empty where they give none, or it is cancelled before. */
    private Optional<Guess> start(DiscreteGame finest, Monitor monitor, Collection<String> skipped) {
        List<DiscreteGame> games = CoarserGames.of(finest, levels, false, skipped);
        NextGrid next = new NextGrid();
        boolean isCoarsest = true;
        while (games.size() > 1 && !monitor.isCancelled()) {
            DiscreteGame game = games.remove(games.size() - 1);
            Optional<Equilibrium> rough = roughly(game, next.start(game).orElse(null), monitor, skipped);
            rough.ifPresent(found -> next.add(game, found));
            if (isCoarsest && rough.filter(NestedSolver::tookShortSteps).isPresent()) {
                games = CoarserGames.of(finest, levels, true, skipped);
            }
            isCoarsest = false;
        }
        // Of a solve that was cancelled, what there is, is on a coarser grid than the finest.
        return games.size() > 1 ? Optional.empty() : next.start(finest);
    }

    /** A solution on a coarse grid; empty where it is refused. */
    private Optional<Equilibrium> roughly(
            DiscreteGame game, @Nullable Guess guess, Monitor monitor, Collection<String> skipped) {
        try {
            return Optional.of(coarse.solve(game, guess, new Coarser(monitor)));
        } catch (InvalidInputException refusal) {
            skipped.add(CoarserGames.skipped(game.grid(), refusal));
            return Optional.empty();
        }
    }

    /** With a target or a ceiling short steps are those of the tolls, and tell nothing. */
    private static boolean tookShortSteps(Equilibrium rough) {
        MeanFieldGame game = rough.game();
        return rough.status() != Status.DIVERGED
                && !game.isStationary()
                && !game.isConstrained()
                && rough.history().stream().anyMatch(i -> i.step() < SHORT_STEP);
    }

    /** Shows the iterates and passes on the wish to cancel; the iterations do not count, only the fields. */
    private record Coarser(Monitor monitor) implements Monitor {
        @Override
        public void onIterate(DiscreteGame game, Iteration iteration, double[] u, double[] m) {
            monitor.onIterate(game, iteration, u, m);
        }

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
            monitor.onIteration(iteration.after(seconds));
        }

        @Override
        public void onIterate(DiscreteGame game, Iteration iteration, double[] u, double[] m) {
            monitor.onIterate(game, iteration.after(seconds), u, m);
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
