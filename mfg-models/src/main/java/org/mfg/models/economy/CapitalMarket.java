package org.mfg.models.economy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/** The market for capital: households lend their wealth to a {@link Firm}. */
final class CapitalMarket implements Market {
    private final ToDoubleFunction<Parameters> labour;

    /** @param labour the labour supply L at given parameters */
    CapitalMarket(ToDoubleFunction<Parameters> labour) {
        this.labour = labour;
    }

    @Override
    public String price() {
        return "interest-rate";
    }

    /** -δ, where capital costs nothing and the firm asks for more than there is. */
    @Override
    public double lowest(Parameters parameters) {
        return -parameters.real("depreciation");
    }

    /** ρ, where no household stops saving. */
    @Override
    public double highest(Parameters parameters) {
        return parameters.real("discount");
    }

    @Override
    public double excessSupply(Parameters parameters, Equilibrium equilibrium) {
        return Wealth.mean(equilibrium) - demand(parameters);
    }

    private double demand(Parameters parameters) {
        return new Firm(parameters).capitalPerLabour(parameters.real("interest-rate"))
                * labour.applyAsDouble(parameters);
    }

    @Override
    public Map<String, Double> quantities(Parameters parameters, Equilibrium equilibrium) {
        Firm firm = new Firm(parameters);
        double perLabour = firm.capitalPerLabour(parameters.real("interest-rate"));
        double work = labour.applyAsDouble(parameters);
        Map<String, Double> quantities = new LinkedHashMap<>();
        quantities.put("wage", firm.wage(perLabour));
        quantities.put("capital", Wealth.mean(equilibrium));
        quantities.put("labour", work);
        quantities.put("output", firm.output(perLabour, work));
        quantities.put("share at the limit", Wealth.shareAtLimit(equilibrium));
        quantities.put("share at the end of the grid", Wealth.shareAtEnd(equilibrium));
        if (parameters.real("min-wealth") >= 0) {
            quantities.put("gini of wealth", Wealth.gini(equilibrium));
        }
        return quantities;
    }

    @Override
    public Optional<String> warning(Parameters parameters, Equilibrium equilibrium) {
        return Wealth.warning(equilibrium);
    }
}
