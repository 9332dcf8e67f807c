package org.mfg.models.economy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

/**
 * Builds an {@link Economy}. Utility, discount, incomes, wealth and interest rate are required; unless given, hours are fixed, the wage is 1, there
 * are no taxes, life is for ever, and there is no market. The numbers become parameters of the game, with these values for defaults.
 */
public final class EconomyBuilder {
    final String name;
    String description = "households that save against shocks to their income";

    @Nullable Parameter discount;

    @Nullable Declared<Utility> utility;

    Declared<Labour> labour = Declared.always(Labour.fixed());

    @Nullable Declared<Incomes> incomes;

    @Nullable Declared<Axis> wealth;

    final Map<Price, Parameter> prices = new LinkedHashMap<>();
    List<Parameter> firm = List.of();
    boolean lends;
    Optional<Price> balancing = Optional.empty();
    List<Parameter> life = List.of();
    int[] nodes = {1000};

    EconomyBuilder(String name) {
        this.name = name;
    }

    /** Sets one line that says what it is. */
    public EconomyBuilder description(String text) {
        description = text;
        return this;
    }

    /** Sets ρ > 0, the rate of time preference: {@code discount}. */
    public EconomyBuilder discount(double rate) {
        discount = Parameter.real("discount", rate, Range.above(0), "1/time", "rho, the rate of time preference");
        return this;
    }

    /** Sets what consumption is worth. */
    public EconomyBuilder utility(Utility u) {
        return utility(Declared.always(u));
    }

    /** Sets what consumption is worth, with its numbers for parameters, as {@link HouseholdParameters} have it. */
    public EconomyBuilder utility(Declared<Utility> u) {
        utility = u;
        return this;
    }

    /** Lets households choose their hours. */
    public EconomyBuilder labour(Declared<Labour> choice) {
        labour = choice;
        return this;
    }

    /** Sets what work is worth. */
    public EconomyBuilder incomes(Incomes z) {
        return incomes(Declared.always(z));
    }

    /** Sets what work is worth, with its numbers for parameters. */
    public EconomyBuilder incomes(Declared<Incomes> z) {
        incomes = z;
        return this;
    }

    /** Sets the axis of wealth, as {@link Households#wealth}: {@code min-wealth}, {@code max-wealth}, {@code grading}. */
    public EconomyBuilder wealth(double lower, double upper, double grading) {
        wealth = HouseholdParameters.wealth(lower, upper, grading);
        return this;
    }

    /** Sets a number of the budget. */
    public EconomyBuilder price(Price price, double value) {
        prices.put(price, price.declared(value));
        return this;
    }

    /** Sets r: {@code interest-rate}. */
    public EconomyBuilder interestRate(double rate) {
        return price(Price.INTEREST_RATE, rate);
    }

    /**
     * Lets a firm borrow what households save and pay their wages, Y = A K^α L^(1-α), and the market for capital set the interest rate: {@code tfp},
     * {@code capital-share}, {@code depreciation}.
     */
    public EconomyBuilder firm(double productivity, double share, double depreciation) {
        firm = new Firm(productivity, share, depreciation).parameters();
        return this;
    }

    /** Lets households lend to each other, and the market for bonds in zero supply set the interest rate. */
    public EconomyBuilder lending() {
        lends = true;
        return this;
    }

    /** Lets the state set a tax or the transfer so that its budget is balanced: what it takes is what it gives. */
    public EconomyBuilder balancedBy(Price price) {
        balancing = Optional.of(price);
        return this;
    }

    /** Lets life end. */
    public EconomyBuilder life(LifeParameters cycle) {
        life = cycle.parameters();
        return this;
    }

    /** Sets the nodes unless the user asks for others: of wealth, and of z where that diffuses. */
    public EconomyBuilder nodes(int... each) {
        nodes = each.clone();
        return this;
    }

    /**
     * The economy.
     *
     * @throws InvalidInputException if a part is missing, or two exclude each other
     */
    public Economy build() {
        return new Economy(this);
    }

    <T> T required(@Nullable T part, String field) {
        if (part == null) {
            throw InvalidInputException.because(field, "economy " + name + " has no " + field);
        }
        return part;
    }

    /** Complains about parts that exclude each other, or that lack another. */
    void check() {
        required(prices.get(Price.INTEREST_RATE), Price.INTEREST_RATE.parameterName());
        refuse(!firm.isEmpty() && lends, "market", "have one of a firm and bonds, as the interest rate is set once");
        refuse(!firm.isEmpty() && prices.containsKey(Price.WAGE), "wage", "not be given with a firm, which sets it");
        balancing.ifPresent(price -> {
            refuse(!price.isOfState(), "budget", "be balanced by transfer, labour-tax or capital-tax");
            prices.putIfAbsent(price, price.declared(0));
        });
        boolean hasMarket = !firm.isEmpty() || lends || balancing.isPresent();
        refuse(!life.isEmpty() && hasMarket, "market", "not be given for a life that ends: its prices are given");
    }

    private static void refuse(boolean isWrong, String field, String rule) {
        if (isWrong) {
            throw InvalidInputException.because(field, field + " must " + rule);
        }
    }
}
