package org.mfg.solvers.path;

import org.mfg.api.discrete.DiscreteGame;

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
