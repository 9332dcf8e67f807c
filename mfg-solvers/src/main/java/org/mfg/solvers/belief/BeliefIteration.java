package org.mfg.solvers.belief;

import org.jspecify.annotations.Nullable;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.progress.SolveLog;

/** An iteration on the belief about the population, by best responses to it. */
public interface BeliefIteration {

    /**
     * Iterates until the log says that it is over.
     *
     * @param belief where to begin; changed
     */
    void run(double[] belief, BestResponse response, SolveLog log);

    /**
     * Solves a game by it; a sweep that fails ends the solve.
     *
     * @param start where to begin; by default the stationary guess
     */
    default Equilibrium solve(DiscreteGame game, @Nullable Guess start, SolveLog log) {
        try {
            Guess guess = start == null ? Guess.stationary(game) : start;
            run(guess.m().clone(), new BestResponse(game, guess), log);
        } catch (NumericalFailureException failure) {
            log.fail(failure);
        }
        return log.equilibrium();
    }
}
