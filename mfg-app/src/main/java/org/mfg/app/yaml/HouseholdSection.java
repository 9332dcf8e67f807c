package org.mfg.app.yaml;

import java.util.List;
import java.util.Map;
import org.mfg.models.economy.Economy;
import org.mfg.models.economy.EconomyBuilder;
import org.mfg.models.economy.LifeParameters;
import org.mfg.models.economy.Price;

/**
 * The sections {@code household: {utility: {crra: 2}, discount: 0.05, incomes: [1, 2], rates: [[0, 1/3], [1/3, 0]], wealth: {lower: 0, upper: 20},
 * interest-rate: 0.03}} and {@code market: {capital: {tfp: 0.1, capital-share: 1/3, depreciation: 0.05}}}: an economy. Numbers may be formulas.
 */
final class HouseholdSection {
    static final List<String> KEYS = List.of(
            "utility",
            "discount",
            "incomes",
            "rates",
            "wealth",
            "interest-rate",
            "borrowing-wedge",
            "wage",
            "labour",
            "taxes",
            "transfer",
            "life");

    static final List<String> TAXES = List.of("labour", "capital");
    static final List<String> WEALTH = List.of("lower", "upper", "grading");
    static final List<String> LIFE = List.of("horizon", "income-profile", "newborn", "bequest");

    private final Section household;
    private final EconomyBuilder economy;
    private final Numbers numbers = new Numbers();

    private HouseholdSection(String name, Value household) {
        this.household = household.section();
        this.household.allowOnly("key of household", KEYS);
        numbers.place(this.household);
        economy = Economy.builder(name);
    }

    /**
     * Reads the economy.
     *
     * @param places gets the places of its parameters, by name
     */
    static Economy read(String name, Section root, Map<String, String> places) {
        HouseholdSection section = new HouseholdSection(name, root.required("household"));
        section.household();
        root.find("market").ifPresent(market -> new MarketSection(section.numbers).addTo(section.economy, market));
        places.putAll(section.numbers.places());
        return (root.has("market") ? root.required("market") : root.required("household"))
                .placing(section.economy::build);
    }

    private void household() {
        PreferencesSection preferences = new PreferencesSection(numbers);
        economy.utility(preferences.utility(household.required("utility")));
        double discount = numbers.of(household, "discount", "discount");
        household.required("discount").placing(() -> economy.discount(discount));
        new IncomesSection(numbers, household).addTo(economy);
        wealth(household.required("wealth").section());
        price(household, "interest-rate", Price.INTEREST_RATE);
        for (Price price : List.of(Price.BORROWING_WEDGE, Price.WAGE, Price.TRANSFER)) {
            if (household.has(price.parameterName())) {
                price(household, price.parameterName(), price);
            }
        }
        household.find("labour").ifPresent(value -> economy.labour(preferences.labour(value)));
        household.find("taxes").map(Value::section).ifPresent(taxes -> {
            taxes.allowOnly("tax", TAXES);
            if (taxes.has("labour")) {
                price(taxes, "labour", Price.LABOUR_TAX);
            }
            if (taxes.has("capital")) {
                price(taxes, "capital", Price.CAPITAL_TAX);
            }
        });
        household.find("life").map(Value::section).ifPresent(this::life);
    }

    private void price(Section section, String key, Price price) {
        double value = numbers.of(section, key, price.parameterName());
        section.required(key).placing(() -> economy.price(price, value));
    }

    private void wealth(Section section) {
        section.allowOnly("key of wealth", WEALTH);
        double lower = numbers.of(section, "lower", "min-wealth");
        double upper = numbers.of(section, "upper", "max-wealth");
        double grading = section.has("grading") ? numbers.of(section, "grading", "grading") : 1;
        household.required("wealth").placing(() -> economy.wealth(lower, upper, grading));
    }

    private void life(Section section) {
        section.allowOnly("key of life", LIFE);
        numbers.place(section);
        LifeParameters life = new LifeParameters(
                numbers.of(section, "horizon", "horizon"),
                section.find("income-profile").map(Value::text).orElse("1"),
                section.required("newborn").text(),
                section.find("bequest").map(Value::text).orElse("0"));
        household.required("life").placing(() -> economy.life(life));
    }
}
