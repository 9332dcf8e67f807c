package org.mfg.solvers.path;

import java.util.List;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/** The market of a game that has none: no prices, and nothing to clear. */
enum NoMarket implements Market {
    INSTANCE;

    @Override
    public List<String> prices() {
        return List.of();
    }

    @Override
    public List<String> conditions() {
        return List.of();
    }

    @Override
    public double lowest(String price, Parameters parameters) {
        throw new IllegalArgumentException(price);
    }

    @Override
    public double highest(String price, Parameters parameters) {
        throw new IllegalArgumentException(price);
    }

    @Override
    public List<AgentQuantity> aggregates(Parameters parameters) {
        return List.of();
    }

    @Override
    public double[] excess(Parameters parameters, double[] aggregates) {
        return new double[0];
    }
}
