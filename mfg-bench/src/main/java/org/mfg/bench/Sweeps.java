package org.mfg.bench;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;

/** The sweeps of a game that are measured, from its first best response, so that they meet an ordinary crowd. */
final class Sweeps {
    private final DiscreteGame game;
    private final double[] u;
    private final double[] m;
    private final double[] response;
    private final double[] du;
    private final double[] dm;
    private Linearization linearization;

    Sweeps(DiscreteGame game) {
        this.game = game;
        u = new double[game.size()];
        m = new double[game.size()];
        response = new double[game.size()];
        dm = new double[game.size()];
        Arrays.fill(m, 1);
        game.backward(m, u);
        game.forward(u, m);
        du = u.clone();
        linearization = game.linearize(u, m);
    }

    /** Backward from the same density with the previous value function as guess, then forward. */
    double[] nonlinear() {
        game.backward(m, u);
        game.forward(u, response);
        return response;
    }

    /** A linearised sweep with factors at hand: a step of Newton's Krylov method. */
    double[] linear() {
        linearization.forward(du, null, dm);
        linearization.backward(dm, null, du);
        return du;
    }

    /** Linearises and factorises every slice. */
    Linearization linearize() {
        linearization = game.linearize(u, m);
        return linearization;
    }
}
