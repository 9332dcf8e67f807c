package org.mfg.models.economy;

import java.util.List;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/** The market for loans between households, where wealth is 0 on the whole. */
final class BondMarket implements Market {
    private final Economy economy;

    BondMarket(Economy economy) {
        this.economy = economy;
    }

    @Override
    public List<String> prices() {
        return List.of(Price.INTEREST_RATE.parameterName());
    }

    @Override
    public List<String> conditions() {
        return List.of("bonds");
    }

    /** Below 0 too, as far as the richest have an income after interest. */
    @Override
    public double lowest(String price, Parameters parameters) {
        double richest = parameters.real("max-wealth");
        double income = economy.households(parameters).leastIncome(economy.budget(parameters));
        return richest > 0 && income < Double.POSITIVE_INFINITY ? -0.99 * income / richest : -1;
    }

    @Override
    public double highest(String price, Parameters parameters) {
        return economy.timePreference(parameters);
    }

    @Override
    public List<AgentQuantity> aggregates(Parameters parameters) {
        return List.of(Wealth.quantity("wealth"));
    }

    @Override
    public double[] excess(Parameters parameters, double[] aggregates) {
        return new double[] {aggregates[0]};
    }

    @Override
    public Optional<String> warning(Parameters parameters, CrossSection crowd) {
        return Wealth.warning(crowd);
    }
}
