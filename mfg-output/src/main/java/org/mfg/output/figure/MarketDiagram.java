package org.mfg.output.figure;

/**
 * Supply and demand of something against its price.
 *
 * @param price what it is called, for example {@code interest rate}
 * @param quantity what is traded, for example {@code capital}
 * @param tried the prices at which supply is known, in order
 * @param supply what is offered at these
 * @param prices other prices, in order
 * @param demand what is asked for at those
 * @param root the price at which both are the same
 */
public record MarketDiagram(
        String price,
        String quantity,
        double[] tried,
        double[] supply,
        double[] prices,
        double[] demand,
        double root) {}
