package org.mfg.api.equilibrium;

import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;

/**
 * An algorithm that looks for the equilibrium of a discrete game. Solvers are immutable and hold their parameters; each
 * solve has its own work arrays. A numerical failure is a status of the result, never an exception.
 */
public interface EquilibriumSolver {

    /**
     * Solves the game.
     *
     * @param game the discrete game
     * @param start where to start, or null for {@link Guess#stationary}
     * @param monitor told of each iteration
     */
    Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor);

    /**
     * Refuses a game that {@link #solve} would refuse; nothing unless overridden. So nested iteration asks before it works on coarser grids.
     *
     * @throws InvalidInputException if it does
     */
    default void check(DiscreteGame game) {}

    /** Solves the game from the stationary guess, unwatched. */
    default Equilibrium solve(DiscreteGame game) {
        return solve(game, null, Monitor.NONE);
    }
}
