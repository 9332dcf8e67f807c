package org.mfg.solvers.coupled;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;

/** Costs of leaving are values of u, which linearised sweeps leave alone: whoever linearises gives u these values first. */
public final class Leaving {
    private Leaving() {}

    /**
     * The value function with what leaving costs in the game at its exits; itself where there are none.
     *
     * @param residual that of the backward equation at u
     */
    public static double[] paid(DiscreteGame game, double[] u, double[] residual) {
        if (!(game.space() instanceof Grid grid) || !game.game().domain().hasExits()) {
            return u;
        }
        double[] moved = u.clone();
        for (int i = 0; i < u.length; i++) {
            moved[i] -= grid.isExit(i % grid.size()) ? residual[i] : 0;
        }
        return moved;
    }
}
