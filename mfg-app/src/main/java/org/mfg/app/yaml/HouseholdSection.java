package org.mfg.app.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.InvalidInputException;
import org.mfg.models.economy.Declared;
import org.mfg.models.economy.Economy;
import org.mfg.models.economy.EconomyBuilder;
import org.mfg.models.economy.HouseholdParameters;
import org.mfg.models.economy.Labour;
import org.mfg.models.economy.LifeParameters;
import org.mfg.models.economy.Price;
import org.mfg.models.economy.Utility;
import org.mfg.models.formula.Formula;

/**
 * The sections {@code household: {utility: {crra: 2}, discount: 0.05, incomes: [1, 2], rates: [[0, 1/3], [1/3, 0]], wealth: {lower: 0, upper: 20},
 * interest-rate: 0.03}} and {@code market: {capital: {tfp: 0.1, capital-share: 1/3, depreciation: 0.05}}}: an economy. Numbers may be formulas.
 */
final class HouseholdSection {
    private static final List<String> KEYS = List.of(
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

    private final Section household;
    private final EconomyBuilder economy;
    private final Map<String, String> places = new HashMap<>();

    private HouseholdSection(String name, Value household) {
        this.household = household.section();
        this.household.allowOnly("key of household", KEYS);
        places.putAll(this.household.places());
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
        root.find("market").ifPresent(section::market);
        places.putAll(section.places);
        return (root.has("market") ? root.required("market") : root.required("household"))
                .placing(section.economy::build);
    }

    private void household() {
        economy.utility(utility(household.required("utility")));
        double discount = number(household, "discount", "discount");
        household.required("discount").placing(() -> economy.discount(discount));
        new IncomesSection(this, household).addTo(economy);
        wealth(household.required("wealth").section());
        price(household, "interest-rate", Price.INTEREST_RATE);
        for (Price price : List.of(Price.BORROWING_WEDGE, Price.WAGE, Price.TRANSFER)) {
            if (household.has(price.parameterName())) {
                price(household, price.parameterName(), price);
            }
        }
        household.find("labour").ifPresent(value -> economy.labour(labour(value)));
        household.find("taxes").map(Value::section).ifPresent(taxes -> {
            taxes.allowOnly("tax", List.of("labour", "capital"));
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
        double value = number(section, key, price.parameterName());
        section.required(key).placing(() -> economy.price(price, value));
    }

    /** {@code log(c)}, {@code {crra: 2}}, {@code {cara: 1}} or {@code {stone-geary: {risk-aversion: 2, subsistence: 0.1}}}. */
    private Declared<Utility> utility(Value value) {
        if (value.isText()) {
            String formula = value.text();
            return value.placing(() -> {
                Utility.formula(formula);
                return HouseholdParameters.utility(formula);
            });
        }
        Section section = value.section();
        String kind = only(value, section, "utility", List.of("crra", "cara", "stone-geary"));
        if (kind.equals("stone-geary")) {
            Section numbers = section.required(kind).section();
            numbers.allowOnly("key of stone-geary", List.of("risk-aversion", "subsistence"));
            double aversion = number(numbers, "risk-aversion", "risk-aversion");
            double subsistence = number(numbers, "subsistence", "subsistence");
            return value.placing(() -> HouseholdParameters.stoneGeary(aversion, subsistence));
        }
        boolean isRelative = kind.equals("crra");
        double aversion = number(section, kind, isRelative ? "risk-aversion" : "absolute-risk-aversion");
        return value.placing(
                () -> isRelative ? HouseholdParameters.crra(aversion) : HouseholdParameters.cara(aversion));
    }

    /** {@code {ghh: {weight: 1, frisch: 0.5}}} or {@code {separable: {weight: 1, frisch: 0.5}}}. */
    private Declared<Labour> labour(Value value) {
        Section section = value.section();
        String kind = only(value, section, "labour", List.of("ghh", "separable"));
        Section numbers = section.required(kind).section();
        numbers.allowOnly("key of " + kind, List.of("weight", "frisch"));
        double weight = number(numbers, "weight", "labour-weight");
        double frisch = number(numbers, "frisch", "frisch");
        return value.placing(() -> kind.equals("ghh")
                ? HouseholdParameters.ghh(weight, frisch)
                : HouseholdParameters.separable(weight, frisch));
    }

    private void wealth(Section section) {
        section.allowOnly("key of wealth", List.of("lower", "upper", "grading"));
        double lower = number(section, "lower", "min-wealth");
        double upper = number(section, "upper", "max-wealth");
        double grading = section.has("grading") ? number(section, "grading", "grading") : 1;
        household.required("wealth").placing(() -> economy.wealth(lower, upper, grading));
    }

    private void life(Section section) {
        section.allowOnly("key of life", List.of("horizon", "income-profile", "newborn", "bequest"));
        places.putAll(section.places());
        economy.life(new LifeParameters(
                number(section, "horizon", "horizon"),
                section.find("income-profile").map(Value::text).orElse("1"),
                section.required("newborn").text(),
                section.find("bequest").map(Value::text).orElse("0")));
    }

    /** {@code {capital: {...}}} or {@code {bonds: zero-supply}}, and perhaps {@code budget: transfer}. */
    private void market(Value value) {
        Section market = value.section();
        market.allowOnly("key of market", List.of("capital", "bonds", "budget"));
        places.putAll(market.places());
        market.find("capital").map(Value::section).ifPresent(firm -> {
            firm.allowOnly("key of capital", List.of("tfp", "capital-share", "depreciation"));
            economy.firm(
                    number(firm, "tfp", "tfp"),
                    number(firm, "capital-share", "capital-share"),
                    number(firm, "depreciation", "depreciation"));
        });
        market.find("bonds").ifPresent(bonds -> {
            if (!bonds.text().equals("zero-supply")) {
                throw bonds.mustBe("be zero-supply");
            }
            economy.lending();
        });
        market.find("budget")
                .ifPresent(budget -> economy.balancedBy(Price.ofState(budget.text())
                        .orElseThrow(() -> budget.mustBe("be balanced by transfer, labour-tax or capital-tax"))));
    }

    /** The one key there must be. */
    private static String only(Value value, Section section, String field, List<String> kinds) {
        section.allowOnly(field, kinds);
        if (section.keys().size() != 1) {
            throw value.mustBe("be one of " + String.join(", ", kinds));
        }
        return section.keys().iterator().next();
    }

    /** A number, or a formula of numbers such as 1/3, whose place is kept under the parameter's name. */
    double number(Section section, String key, String parameter) {
        Value value = section.required(key);
        places.put(parameter, value.place());
        return number(parameter, value);
    }

    static double number(String field, Value value) {
        String text = value.text();
        return value.placing(() -> {
            double number = Formula.parse(field, text, List.of(), Map.of()).at();
            if (!Double.isFinite(number)) {
                throw InvalidInputException.of(field, "be a finite number", text);
            }
            return number;
        });
    }
}
