package org.mfg.solvers.belief;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;

/**
 * The best response to a belief about the population, and the population that plays it: the map Φ = forward after
 * backward, whose fixed points are the equilibria. One application is a nonlinear backward and a forward sweep.
 */
public final class BestResponse {
    private final DiscreteGame game;
    private final double[] u;
    private final double[] m;

    /** @param guess where the first backward sweep starts to iterate; copied */
    public BestResponse(DiscreteGame game, Guess guess) {
        this.game = game;
        u = guess.u().clone();
        m = guess.m().clone();
    }

    /** Computes the response to a belief, a density field of any mass and of no negative value. */
    public void to(double[] belief) {
        game.backward(belief, u);
        game.forward(u, m);
    }

    /** The value function of the response; overwritten by the next one. */
    public double[] u() {
        return u;
    }

    /** Φ(belief), the population that plays it; overwritten by the next response. */
    public double[] m() {
        return m;
    }

    /** ‖Φ(belief) - belief‖, the Euclidean length. */
    public double distanceTo(double[] belief) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            double d = m[i] - belief[i];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }
}
