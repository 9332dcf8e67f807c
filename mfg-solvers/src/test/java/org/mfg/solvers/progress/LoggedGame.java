package org.mfg.solvers.progress;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** A small game whose solves are logged. */
final class LoggedGame {
    private LoggedGame() {}

    /** @param strength of the coupling f = strength m */
    static DiscreteGame of(double strength) {
        MeanFieldGame game = MeanFieldGame.builder("test")
                .domain(SmallGames.INTERVAL)
                .horizon(1)
                .viscosity(0.05)
                .hamiltonian(Hamiltonians.quadratic())
                .coupling(SmallGames.crowdAversion(strength))
                .terminalCost(x -> x[0] * x[0])
                .initialDensity(x -> 1 + x[0])
                .build();
        return SmallGames.discretize(game, 15, 10);
    }

    /** The crowd that plays the stationary guess. */
    static double[] population(DiscreteGame game) {
        Guess guess = Guess.stationary(game);
        double[] m = guess.m().clone();
        game.forward(guess.u(), m);
        return m;
    }
}
