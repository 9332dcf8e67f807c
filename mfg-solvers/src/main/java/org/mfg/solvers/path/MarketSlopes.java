package org.mfg.solvers.path;

import java.util.List;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/** Derivatives of the conditions of a market at a steady state, E(π, θ, X), by central differences. */
final class MarketSlopes {
    private static final double DIFFERENCE = Math.cbrt(Math.ulp(1.0));

    private final Market market;
    private final Parameters parameters;
    private final double[] aggregates;

    MarketSlopes(Market market, Parameters parameters, double[] aggregates) {
        this.market = market;
        this.parameters = parameters;
        this.aggregates = aggregates;
    }

    /** ∂E/∂X_o, by condition. */
    double[] byAggregate(int o) {
        double h = DIFFERENCE * Math.max(1, Math.abs(aggregates[o]));
        double[] above = aggregates.clone();
        double[] below = aggregates.clone();
        above[o] += h;
        below[o] -= h;
        return slope(market.excess(parameters, above), market.excess(parameters, below), above[o] - below[o]);
    }

    /** ∂E/∂θ, by condition. */
    double[] byParameter(String name, double scale) {
        double value = parameters.real(name);
        double h = DIFFERENCE * Math.max(Math.abs(value), scale);
        Parameters above = parameters.with(name, value + h);
        Parameters below = parameters.with(name, value - h);
        return slope(
                market.excess(above, aggregates),
                market.excess(below, aggregates),
                above.real(name) - below.real(name));
    }

    private static double[] slope(double[] above, double[] below, double width) {
        for (int c = 0; c < above.length; c++) {
            above[c] = (above[c] - below[c]) / width;
        }
        return above;
    }

    /** The typical size of a parameter: its range's hundredth for a price, its value otherwise, and 1 for one that is 0. */
    static double scale(Market market, Parameters parameters, String name) {
        List<String> prices = market.prices();
        if (prices.contains(name)) {
            return 0.01 * (market.highest(name, parameters) - market.lowest(name, parameters));
        }
        double value = Math.abs(parameters.real(name));
        return value == 0 ? 1 : value;
    }
}
