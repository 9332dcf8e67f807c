package org.mfg.solvers.admm;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;

/** What agents pay where the crowd is at a ceiling or a target density; nothing to begin with. */
final class Tolls {
    /** A field. */
    final double[] pressure;
    /** One level. */
    final double[] end;

    private final DiscreteGame game;
    private final double volume;

    Tolls(DiscreteGame game) {
        this.game = game;
        pressure = new double[game.size()];
        end = new double[game.space().size()];
        Arrays.fill(end, 1);
        volume = game.space().integrate(end, 0);
        Arrays.fill(end, 0);
    }

    /** Takes those at the end from a guess, such as the solution of a coarser game. */
    void beginWith(Guess guess) {
        double[] u = guess.u();
        System.arraycopy(u, u.length - end.length, end, 0, end.length);
    }

    /** Makes the agents of the game pay them, those at the end in a value function, as its last level: of those that differ by a constant the ones of mean 0. */
    void charge(double[] u) {
        if (game.ceiling().isPresent()) {
            game.setPressure(pressure);
        }
        if (game.targetDensity().isPresent()) {
            double mean = game.space().integrate(end, 0) / volume;
            for (int i = 0; i < end.length; i++) {
                u[u.length - end.length + i] = end[i] - mean;
            }
        }
    }
}
