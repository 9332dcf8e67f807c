package org.mfg.app.yaml;

import static org.mfg.app.yaml.Shapes.anyOf;
import static org.mfg.app.yaml.Shapes.choice;
import static org.mfg.app.yaml.Shapes.described;
import static org.mfg.app.yaml.Shapes.formula;
import static org.mfg.app.yaml.Shapes.given;
import static org.mfg.app.yaml.Shapes.list;
import static org.mfg.app.yaml.Shapes.map;
import static org.mfg.app.yaml.Shapes.object;
import static org.mfg.app.yaml.Shapes.oneOf;
import static org.mfg.app.yaml.Shapes.when;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.models.economy.Price;

/** The part of the {@link GameSchema} about economies: {@link HouseholdSection} and {@link MarketSection}. Numbers may be formulas, as 1/3. */
final class HouseholdSchema {
    private HouseholdSchema() {}

    static Map<String, Object> household() {
        return object(
                HouseholdSection.KEYS,
                map(
                        "utility", utility(),
                        "discount", formula("rho, the rate of time preference (1/time)"),
                        "incomes", incomes(),
                        "rates", described(list(list(formula(""))), "a row from each income, a rate to each (1/time)"),
                        "wealth", wealth(),
                        "interest-rate", formula("r, paid on wealth (1/time)"),
                        "borrowing-wedge", formula("kappa, by which the rate of those who owe is higher (1/time)"),
                        "wage", formula("paid per unit of productivity; 1 unless given or paid by a firm"),
                        "labour", labour(),
                        "taxes", object(HouseholdSection.TAXES, map("labour", formula(""), "capital", formula(""))),
                        "transfer", formula("what everybody is given by the state (1/time)"),
                        "life", life()),
                "utility",
                "discount",
                "incomes",
                "wealth",
                "interest-rate");
    }

    static Map<String, Object> market() {
        Map<String, Object> firm = object(
                MarketSection.CAPITAL,
                map(
                        "tfp", formula("A, the productivity of the firm"),
                        "capital-share", formula("alpha, the exponent of capital"),
                        "depreciation", formula("delta (1/time)")),
                "tfp",
                "capital-share",
                "depreciation");
        List<String> balanced = Arrays.stream(Price.values())
                .map(Price::parameterName)
                .filter(name -> Price.ofState(name).isPresent())
                .toList();
        return described(
                object(
                        MarketSection.KEYS,
                        map(
                                "capital", firm,
                                "bonds", map("const", MarketSection.ZERO_SUPPLY),
                                "budget", oneOf(balanced))),
                "what sets the prices, found by mfg clear");
    }

    private static Map<String, Object> utility() {
        Map<String, Object> stoneGeary = object(
                PreferencesSection.STONE_GEARY,
                map("risk-aversion", formula(""), "subsistence", formula("")),
                "risk-aversion",
                "subsistence");
        Map<String, Object> kinds = choice(
                PreferencesSection.UTILITIES,
                map(
                        "crra",
                        formula("relative risk aversion"),
                        "cara",
                        formula("absolute risk aversion"),
                        "stone-geary",
                        stoneGeary));
        return described(
                anyOf(kinds, map("type", "string")), "of consumption: a kind, or a formula in c such as log(c)");
    }

    private static Map<String, Object> labour() {
        Map<String, Object> hours = object(
                PreferencesSection.HOURS,
                map("weight", formula("psi"), "frisch", formula("phi, the Frisch elasticity")),
                "weight",
                "frisch");
        return described(
                choice(PreferencesSection.LABOUR, map("ghh", hours, "separable", hours)),
                "hours that households choose; one hour without it");
    }

    private static Map<String, Object> incomes() {
        Map<String, Object> chain = object(
                IncomesSection.CHAIN,
                map(
                        "reversion",
                        formula(""),
                        "volatility",
                        formula(""),
                        "states",
                        map("type", "integer", "minimum", 2, "maximum", IncomesSection.MOST_STATES)),
                "reversion",
                "volatility",
                "states");
        Map<String, Object> diffusion = object(
                IncomesSection.DIFFUSION,
                map("reversion", formula(""), "volatility", formula(""), "low", formula(""), "high", formula("")),
                "reversion",
                "volatility",
                "low",
                "high");
        Map<String, Object> process = when(given("states"), chain, diffusion);
        process.put("type", "object");
        return described(
                anyOf(formula(""), list(formula(""), 2), process), "a number, a list with rates, or a process");
    }

    private static Map<String, Object> wealth() {
        return object(
                HouseholdSection.WEALTH,
                map(
                        "lower", formula("the borrowing limit"),
                        "upper", formula("the end of the grid"),
                        "grading", formula("1 for even nodes; more crowds them at the limit")),
                "lower",
                "upper");
    }

    private static Map<String, Object> life() {
        return described(
                object(
                        HouseholdSection.LIFE,
                        map(
                                "horizon", formula("the age at which it ends"),
                                "income-profile", formula("a factor of incomes, in the age t"),
                                "newborn", formula("the density of newborns up to a factor, in a"),
                                "bequest", formula("what is left is worth, in a")),
                        "horizon",
                        "newborn"),
                "a life that ends, in place of one for ever");
    }
}
