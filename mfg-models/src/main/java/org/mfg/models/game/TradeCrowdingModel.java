package org.mfg.models.game;

/**
 * The data of the trade-crowding game.
 *
 * @param viscosity ν >= 0
 * @param horizon T > 0
 * @param alpha α, the permanent impact of the crowd on the price
 * @param kappa κ > 0, the temporary impact: the cost κ a² of trading at speed a
 * @param phi φ >= 0, the cost φ q² of holding q
 * @param terminalPenalty A >= 0, the cost A q² of what is left at the end
 * @param mean0 the mean E0 of the initial normal density
 * @param deviation0 its standard deviation σ0 > 0
 */
record TradeCrowdingModel(
        double viscosity,
        double horizon,
        double alpha,
        double kappa,
        double phi,
        double terminalPenalty,
        double mean0,
        double deviation0) {}
