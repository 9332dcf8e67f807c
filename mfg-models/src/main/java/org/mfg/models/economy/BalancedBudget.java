package org.mfg.models.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/** A state that gives what it takes, by a tax or a transfer, beside the market for capital or bonds where there is one. */
final class BalancedBudget implements Market {
    private static final String BUDGET = "budget";

    private final Economy economy;
    private final Price price;
    private final Optional<Market> lending;

    /**
     * @param price what balances the budget
     * @param lending the market that sets the interest rate
     */
    BalancedBudget(Economy economy, Price price, Optional<Market> lending) {
        this.economy = economy;
        this.price = price;
        this.lending = lending;
    }

    @Override
    public List<String> prices() {
        return and(lending.map(Market::prices), price.parameterName());
    }

    @Override
    public List<String> conditions() {
        return and(lending.map(Market::conditions), BUDGET);
    }

    private static <T> List<T> and(Optional<List<T>> others, T last) {
        List<T> all = new ArrayList<>(others.orElse(List.of()));
        all.add(last);
        return all;
    }

    /** A transfer between minus and plus twice what the best paid could have; a tax down to -1, which doubles what is paid. */
    @Override
    public double lowest(String name, Parameters parameters) {
        return name.equals(price.parameterName())
                ? price == Price.TRANSFER ? -2 * highestPay(parameters) : -1
                : lending.orElseThrow().lowest(name, parameters);
    }

    @Override
    public double highest(String name, Parameters parameters) {
        return name.equals(price.parameterName())
                ? price == Price.TRANSFER ? 2 * highestPay(parameters) : 1
                : lending.orElseThrow().highest(name, parameters);
    }

    /** What an hour of the most productive is paid, before taxes. */
    private double highestPay(Parameters parameters) {
        Incomes z = economy.households(parameters).incomes();
        double best = Arrays.stream(z.extremes()).map(z::productivity).max().orElseThrow();
        return economy.budget(parameters).wage() * best;
    }

    @Override
    public List<AgentQuantity> aggregates(Parameters parameters) {
        return and(
                lending.map(market -> market.aggregates(parameters)),
                economy.quantities(parameters).taxes());
    }

    /** What the others are too much of, and the surplus of the state with its sign chosen to rise with the price. */
    @Override
    public double[] excess(Parameters parameters, double[] aggregates) {
        int last = aggregates.length - 1;
        double[] others = lending.map(market -> market.excess(parameters, Arrays.copyOf(aggregates, last)))
                .orElse(new double[0]);
        double[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = price == Price.TRANSFER ? -aggregates[last] : aggregates[last];
        return all;
    }

    @Override
    public Map<String, Double> quantities(Parameters parameters, CrossSection crowd) {
        Map<String, Double> quantities = new LinkedHashMap<>();
        lending.ifPresent(market -> quantities.putAll(market.quantities(parameters, crowd)));
        Budget budget = economy.budget(parameters);
        quantities.put(
                "tax revenue", crowd.aggregate(economy.quantities(parameters).taxes()) + budget.transfer());
        return quantities;
    }

    @Override
    public Optional<String> warning(Parameters parameters, CrossSection crowd) {
        return Wealth.warning(crowd);
    }
}
