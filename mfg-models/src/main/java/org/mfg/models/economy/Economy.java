package org.mfg.models.economy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.spi.ConsumptionMeasure;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;

/**
 * The game of {@link Households} at prices among its parameters, and the {@link Market} that sets these, where there is one. In Java
 *
 * <pre>
 *   GameProvider mine = Economy.builder("mine")
 *           .utility(Utility.log())
 *           .discount(0.05)
 *           .incomes(Incomes.chain(States.two("low", "high", 0.3, 0.3), 1, 2))
 *           .wealth(-0.8, 20, 1)
 *           .interestRate(0.04)
 *           .firm(0.1, 1.0 / 3, 0.05)
 *           .build();
 * </pre>
 */
public class Economy implements GameProvider {
    private static final int AGES = 100;

    private final String name;
    private final String description;
    private final Parameter discount;
    private final Declared<Utility> utility;
    private final Declared<Labour> labour;
    private final Declared<Incomes> incomes;
    private final Declared<Axis> wealth;
    private final Map<Price, Parameter> prices;
    private final List<Parameter> firm;
    private final boolean lends;
    private final Optional<Price> balancing;
    private final List<Parameter> life;
    private final int[] nodes;

    /** The economy that a builder describes. */
    protected Economy(EconomyBuilder b) {
        b.check();
        name = b.name;
        description = b.description;
        discount = b.required(b.discount, "discount");
        utility = b.required(b.utility, "utility");
        labour = b.labour;
        incomes = b.required(b.incomes, "incomes");
        wealth = b.required(b.wealth, "wealth");
        prices = new LinkedHashMap<>(b.prices);
        firm = b.firm;
        lends = b.lends;
        balancing = b.balancing;
        life = b.life;
        nodes = b.nodes.clone();
    }

    /** Begins an economy of this name. */
    public static EconomyBuilder builder(String name) {
        return new EconomyBuilder(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(discount));
        all.addAll(utility.parameters());
        all.addAll(labour.parameters());
        all.addAll(incomes.parameters());
        all.addAll(wealth.parameters());
        all.addAll(prices.values());
        all.addAll(firm);
        all.addAll(life);
        return all;
    }

    /** The households at given values of the parameters. */
    public Households households(Parameters p) {
        return new Households(utility.of(p), labour.of(p), p.real(discount.name()), incomes.of(p), wealth.of(p));
    }

    /** What they are paid. */
    public Budget budget(Parameters p) {
        double r = price(p, Price.INTEREST_RATE, 0);
        return new Budget(
                r,
                firm.isEmpty() ? price(p, Price.WAGE, 1) : new Firm(p).wageAt(r),
                price(p, Price.BORROWING_WEDGE, 0),
                price(p, Price.LABOUR_TAX, 0),
                price(p, Price.CAPITAL_TAX, 0),
                price(p, Price.TRANSFER, 0));
    }

    private double price(Parameters p, Price price, double absent) {
        return prices.containsKey(price) ? p.real(price.parameterName()) : absent;
    }

    @Override
    public MeanFieldGame create(Parameters p) {
        Households households = households(p);
        try {
            return life.isEmpty()
                    ? households.game(name, budget(p))
                    : households.game(name, budget(p), LifeParameters.of(p, households.domain()));
        } catch (InvalidInputException e) {
            boolean isRateGiven = firm.isEmpty() && !lends;
            // Where the rate is given, it is what the state sets that leaves no income.
            throw balancing.isPresent() && isRateGiven && e.field().equals(Price.INTEREST_RATE.parameterName())
                    ? InvalidInputException.because(
                            balancing.orElseThrow().parameterName(), String.valueOf(e.getMessage()))
                    : e;
        }
    }

    /** Consumption, saving, and hours where they are chosen. */
    @Override
    public List<AgentQuantity> policies(Parameters p) {
        return quantities(p).policies();
    }

    @Override
    public Statistics statistics(Parameters p, DiscreteGame game, Equilibrium equilibrium) {
        return life.isEmpty()
                ? HouseholdStatistics.of(game, equilibrium, quantities(p).consumption())
                : LifeStatistics.of(game, equilibrium);
    }

    @Override
    public Optional<String> warning(Parameters p, DiscreteGame game, Equilibrium equilibrium) {
        return life.isEmpty()
                ? Wealth.warning(CrossSection.last(game, equilibrium))
                : LifeStatistics.warning(game, equilibrium);
    }

    /**
     * Of power utility without subsistence, and logarithmic utility, of households that live for ever and work given hours; where work costs utility beside consumption, of
     * logarithmic utility.
     */
    @Override
    public Optional<ConsumptionMeasure> consumptionEquivalent(Parameters p, List<String> moving) {
        boolean isOfPreferences = Stream.of(List.of(discount), utility.parameters(), labour.parameters())
                .flatMap(List::stream)
                .anyMatch(preference -> moving.contains(preference.name()));
        if (isOfPreferences) {
            return Optional.empty();
        }
        if (!(utility.of(p) instanceof PowerUtility power) || power.subsistence() > 0 || !life.isEmpty()) {
            return Optional.empty();
        }
        double riskAversion = power.crra().riskAversion();
        Labour work = labour.of(p);
        boolean isKnown = work instanceof Labour.Fixed || (work instanceof Labour.Separable && riskAversion == 1);
        double rate = p.real(discount.name());
        return isKnown
                ? Optional.of((before, after) -> ConsumptionEquivalent.of(riskAversion, rate, before, after))
                : Optional.empty();
    }

    HouseholdQuantities quantities(Parameters p) {
        Households households = households(p);
        Choices choices = life.isEmpty()
                ? households.choices(budget(p))
                : new Choices(
                        households,
                        budget(p),
                        LifeParameters.of(p, households.domain()).profile());
        return new HouseholdQuantities(choices, households.labour());
    }

    /** The interest rate at which no household stops saving: ρ after taxes. */
    double timePreference(Parameters p) {
        return p.real(discount.name()) / (1 - Math.max(0, price(p, Price.CAPITAL_TAX, 0)));
    }

    @Override
    public List<String> equations(Parameters p) {
        List<String> all = new ArrayList<>();
        all.add(SavingsEquation.hamiltonian(incomes.of(p), labour.of(p), prices.keySet(), !firm.isEmpty()));
        all.addAll(utility.equations().apply(p));
        all.addAll(labour.equations().apply(p));
        all.addAll(incomes.equations().apply(p));
        all.addAll(SavingsEquation.budget(prices.keySet(), !firm.isEmpty()));
        if (!life.isEmpty()) {
            all.addAll(LifeParameters.equations(p));
        }
        return all;
    }

    @Override
    public int[] defaultNodes() {
        return nodes.clone();
    }

    @Override
    public int defaultSteps() {
        return life.isEmpty() ? 1 : AGES;
    }

    @Override
    public Optional<Market> market() {
        Optional<Market> lending = lends
                ? Optional.of(new BondMarket(this))
                : firm.isEmpty() ? Optional.empty() : Optional.of(new CapitalMarket(this));
        return balancing.isPresent()
                ? Optional.of(new BalancedBudget(this, balancing.orElseThrow(), lending))
                : lending;
    }
}
