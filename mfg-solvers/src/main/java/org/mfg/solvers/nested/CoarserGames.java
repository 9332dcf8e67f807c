package org.mfg.solvers.nested;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** A game on coarser and coarser grids, each of half the nodes and of half the steps or all of them. */
final class CoarserGames {
    /** A coarse grid has at least this many nodes on each axis. */
    private static final int FEWEST_NODES = 12;

    private static final int FEWEST_STEPS = 6;

    private CoarserGames() {}

    /** A sentence on a grid that was passed over: what a plugin or the data refuse there, they may accept on the finest. */
    static String skipped(Grid grid, InvalidInputException refusal) {
        String nodes = IntStream.range(0, grid.dimension())
                .mapToObj(k -> Integer.toString(grid.nodes(k)))
                .collect(Collectors.joining(" x "));
        return " The coarser grid of " + nodes + " nodes was skipped: " + refusal.getMessage() + ".";
    }

    /**
     * The game itself and its coarser versions, finest first; fewer where the game has no coarser version.
     *
     * @param levels the coarser ones at most
     * @param keepsSteps whether they have all of the game's time steps
     * @param skipped takes a sentence on a grid that was refused
     */
    static List<DiscreteGame> of(DiscreteGame game, int levels, boolean keepsSteps, Collection<String> skipped) {
        List<DiscreteGame> games = new ArrayList<>(List.of(game));
        while (games.size() <= levels) {
            DiscreteGame coarser = coarser(games.get(games.size() - 1), keepsSteps, skipped);
            if (coarser == null) {
                break;
            }
            games.add(coarser);
        }
        return games;
    }

    private static @Nullable DiscreteGame coarser(DiscreteGame finer, boolean keepsSteps, Collection<String> skipped) {
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
        TimeGrid time = keepsSteps
                ? finer.time()
                : finer.time().withSteps(Math.max(1, finer.time().steps() / 2));
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
}
