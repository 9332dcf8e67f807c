package org.mfg.app.published;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.Mfg;

/**
 * What experiments work with.
 *
 * @param mfg makes games and solvers
 * @param monitor hears of each iteration
 */
record Laboratory(Mfg mfg, Monitor monitor) {
    static final String UPWIND = "upwind";
    static final String CENTRAL = "crank-nicolson";
    /** So small that what is left does not reach the digits of an extrapolation, and above the round-off of the grids here. */
    static final double TOLERANCE = 1e-11;

    private static final double ROUGH = 1e-8;

    /** A game on a grid and its equilibrium. */
    record Solved(DiscreteGame game, Equilibrium equilibrium) {
        double constant() {
            return StationaryEquilibrium.of(equilibrium).constant();
        }
    }

    /** Solves a game whose grid's error is far larger than what is left of its residual. */
    Solved roughly(MeanFieldGame game, String scheme, int steps, int... nodes) throws UnsolvedException {
        return solve(discretize(game, scheme, steps, nodes), null, ROUGH);
    }

    /** Solves a game on a grid, from the solver's own start. */
    Solved solve(MeanFieldGame game, String scheme, int steps, int... nodes) throws UnsolvedException {
        return solve(discretize(game, scheme, steps, nodes), null);
    }

    DiscreteGame discretize(MeanFieldGame game, String scheme, int steps, int... nodes) {
        return mfg.discretize(
                game, mfg.discretization(scheme, Map.of()), Grid.of(game.domain(), nodes), game.timeGrid(steps));
    }

    Solved solve(DiscreteGame game, @Nullable Guess guess) throws UnsolvedException {
        return solve(game, guess, TOLERANCE);
    }

    private Solved solve(DiscreteGame game, @Nullable Guess guess, double tolerance) throws UnsolvedException {
        Equilibrium equilibrium =
                mfg.solver(Mfg.DEFAULT_SOLVER, Map.of("tolerance", tolerance)).solve(game, guess, monitor);
        if (!equilibrium.isConverged()) {
            throw new UnsolvedException(game.game().name() + ": " + equilibrium.message());
        }
        return new Solved(game, equilibrium);
    }
}
