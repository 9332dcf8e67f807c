package org.mfg.solvers.calibration;

import org.mfg.api.discrete.DiscreteGame;

/**
 * What observations are compared with.
 *
 * @param game the game
 * @param u the value function, a field
 * @param m the density, a field
 * @param ofMarket prices and what the market counts, of an economy whose market clears; else empty
 */
public record Prediction(DiscreteGame game, double[] u, double[] m, double[] ofMarket) {

    /** That of a game at given prices, or without any. */
    public static Prediction of(DiscreteGame game, double[] u, double[] m) {
        return new Prediction(game, u, m, new double[0]);
    }
}
