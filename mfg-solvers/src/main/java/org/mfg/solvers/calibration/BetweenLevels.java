package org.mfg.solvers.calibration;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.TimeGrid;

/**
 * A time between two levels, on the way from one to the next; of a stationary game the second of its levels.
 *
 * @param below the level before
 * @param share of the way, from 0 to 1
 */
record BetweenLevels(int below, double share) {

    static BetweenLevels of(DiscreteGame game, double t) {
        if (game.game().isStationary()) {
            return new BetweenLevels(0, 1);
        }
        TimeGrid time = game.time();
        int below = (int) Math.max(0, Math.min(Math.floor(time.level(t)), time.steps() - 1));
        double share = (t - time.time(below)) / time.step(below);
        return new BetweenLevels(below, Math.max(0, Math.min(share, 1)));
    }

    /** A field at a node, linear in time. */
    double value(double[] field, int nodes, int node) {
        return (1 - share) * field[below * nodes + node] + share * field[(below + 1) * nodes + node];
    }
}
