package org.mfg.models.economy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/** The market for capital: households lend their wealth to a {@link Firm}, for which they work. */
final class CapitalMarket implements Market {
    private static final String CAPITAL = "capital";

    private final Economy economy;

    CapitalMarket(Economy economy) {
        this.economy = economy;
    }

    @Override
    public List<String> prices() {
        return List.of(Price.INTEREST_RATE.parameterName());
    }

    @Override
    public List<String> conditions() {
        return List.of(CAPITAL);
    }

    /** -δ, where capital costs nothing and the firm asks for more than there is. */
    @Override
    public double lowest(String price, Parameters parameters) {
        return -parameters.real("depreciation");
    }

    @Override
    public double highest(String price, Parameters parameters) {
        return economy.timePreference(parameters);
    }

    @Override
    public List<AgentQuantity> aggregates(Parameters parameters) {
        return List.of(Wealth.quantity(CAPITAL), economy.quantities(parameters).labourSupply());
    }

    /** What households lend less what the firm asks for. */
    @Override
    public double[] excess(Parameters parameters, double[] aggregates) {
        return new double[] {aggregates[0] - perLabour(parameters) * aggregates[1]};
    }

    private double perLabour(Parameters parameters) {
        return new Firm(parameters).capitalPerLabour(economy.budget(parameters).interestRate());
    }

    @Override
    public Map<String, Double> quantities(Parameters parameters, CrossSection crowd) {
        Firm firm = new Firm(parameters);
        double perLabour = perLabour(parameters);
        double work = crowd.aggregate(economy.quantities(parameters).labourSupply());
        Map<String, Double> quantities = new LinkedHashMap<>();
        quantities.put("wage", firm.wage(perLabour));
        quantities.put(CAPITAL, crowd.aggregate(Wealth.quantity(CAPITAL)));
        quantities.put("labour", work);
        quantities.put("output", firm.output(perLabour, work));
        return quantities;
    }

    @Override
    public Optional<String> warning(Parameters parameters, CrossSection crowd) {
        return Wealth.warning(crowd);
    }
}
