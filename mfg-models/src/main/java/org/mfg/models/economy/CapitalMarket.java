package org.mfg.models.economy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.CrossSection;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/** The market for capital: households lend their wealth to a {@link Firm}. */
final class CapitalMarket implements Market {
    private static final String CAPITAL = "capital";

    private final ToDoubleFunction<Parameters> labour;

    /** @param labour the labour supply L at given parameters */
    CapitalMarket(ToDoubleFunction<Parameters> labour) {
        this.labour = labour;
    }

    @Override
    public List<String> prices() {
        return List.of("interest-rate");
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

    /** ρ, where no household stops saving. */
    @Override
    public double highest(String price, Parameters parameters) {
        return parameters.real("discount");
    }

    @Override
    public List<AgentQuantity> aggregates(Parameters parameters) {
        return List.of(Wealth.quantity(CAPITAL));
    }

    /** What households lend less what the firm asks for. */
    @Override
    public double[] excess(Parameters parameters, double[] aggregates) {
        double perLabour = new Firm(parameters).capitalPerLabour(parameters.real("interest-rate"));
        return new double[] {aggregates[0] - perLabour * labour.applyAsDouble(parameters)};
    }

    @Override
    public Map<String, Double> quantities(Parameters parameters, CrossSection crowd) {
        Firm firm = new Firm(parameters);
        double perLabour = firm.capitalPerLabour(parameters.real("interest-rate"));
        double work = labour.applyAsDouble(parameters);
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
