package org.mfg.solvers.path;

import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.progress.Yardstick;

/**
 * The path at given prices.
 *
 * @param prices by price and step, the prices slowest
 * @param excess by condition and step, the conditions slowest
 * @param aggregates by aggregate and step
 * @param game the game on this path
 * @param u its value function
 * @param m its density
 */
record PathTrial(double[] prices, double[] excess, double[][] aggregates, DiscreteGame game, double[] u, double[] m) {

    /**
     * It as the outcome of a search.
     *
     * @param index the number of paths tried before
     * @param begun when the search began, in nanoseconds
     */
    Equilibrium equilibrium(int index, long begun, Status status, String message) {
        Yardstick yardstick = new Yardstick(game);
        double seconds = (System.nanoTime() - begun) * 1e-9;
        Iteration last = yardstick.residuals(index, u, m, 1, index + 1, seconds);
        // Where nobody feels the crowd u is the best response that the backward sweep has found, and m the crowd that
        // plays it.
        last = game.game().isCoupled() ? yardstick.completed(last, u, m) : last.withResponse(0, 0);
        return new Equilibrium(game.game(), game.space(), game.time(), u, m, status, message, List.of(last));
    }

    /** The largest excess at a level. */
    double largest() {
        double largest = 0;
        for (double e : excess) {
            largest = Math.max(largest, Math.abs(e));
        }
        return largest;
    }

    /** What an excess is small against: the largest aggregate, and 1. */
    double scale() {
        double scale = 1;
        for (double[] aggregate : aggregates) {
            for (double x : aggregate) {
                scale = Math.max(scale, Math.abs(x));
            }
        }
        return scale;
    }
}
