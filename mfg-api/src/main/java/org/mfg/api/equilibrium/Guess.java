package org.mfg.api.equilibrium;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;

/**
 * Where a solver starts: a value function and a density, both fields of the discrete game. A solver reads what its
 * iteration needs and changes neither.
 *
 * @param u the value function
 * @param m the density
 */
public record Guess(double[] u, double[] m) {

    /** The population that stays as it is, m(t) = m0, and the best response to it. */
    public static Guess stationary(DiscreteGame game) {
        double[] m0 = game.initialDensity();
        double[] m = new double[game.size()];
        for (int j = 0; j < game.time().levels(); j++) {
            System.arraycopy(m0, 0, m, j * m0.length, m0.length);
        }
        double[] u = new double[game.size()];
        game.backward(m, u);
        return new Guess(u, m);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Guess g && Arrays.equals(u, g.u) && Arrays.equals(m, g.m);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(u) + Arrays.hashCode(m);
    }
}
