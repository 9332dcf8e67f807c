package org.mfg.app.yaml;

import java.util.List;
import org.mfg.models.economy.Declared;
import org.mfg.models.economy.HouseholdParameters;
import org.mfg.models.economy.Labour;
import org.mfg.models.economy.Utility;

/** What households like: the keys {@code utility} and {@code labour}. */
final class PreferencesSection {
    static final List<String> UTILITIES = List.of("crra", "cara", "stone-geary");
    static final List<String> STONE_GEARY = List.of("risk-aversion", "subsistence");
    static final List<String> LABOUR = List.of("ghh", "separable");
    static final List<String> HOURS = List.of("weight", "frisch");

    private final Numbers numbers;

    PreferencesSection(Numbers numbers) {
        this.numbers = numbers;
    }

    /** {@code log(c)}, {@code {crra: 2}}, {@code {cara: 1}} or {@code {stone-geary: {risk-aversion: 2, subsistence: 0.1}}}. */
    Declared<Utility> utility(Value value) {
        if (value.isText()) {
            String formula = value.text();
            return value.placing(() -> {
                Utility.formula(formula);
                return HouseholdParameters.utility(formula);
            });
        }
        Section section = value.section();
        String kind = only(value, section, "utility", UTILITIES);
        if (kind.equals("stone-geary")) {
            Section keys = section.required(kind).section();
            keys.allowOnly("key of stone-geary", STONE_GEARY);
            double aversion = numbers.of(keys, "risk-aversion", "risk-aversion");
            double subsistence = numbers.of(keys, "subsistence", "subsistence");
            return value.placing(() -> HouseholdParameters.stoneGeary(aversion, subsistence));
        }
        boolean isRelative = kind.equals("crra");
        double aversion = numbers.of(section, kind, isRelative ? "risk-aversion" : "absolute-risk-aversion");
        return value.placing(
                () -> isRelative ? HouseholdParameters.crra(aversion) : HouseholdParameters.cara(aversion));
    }

    /** {@code {ghh: {weight: 1, frisch: 0.5}}} or {@code {separable: {weight: 1, frisch: 0.5}}}. */
    Declared<Labour> labour(Value value) {
        Section section = value.section();
        String kind = only(value, section, "labour", LABOUR);
        Section keys = section.required(kind).section();
        keys.allowOnly("key of " + kind, HOURS);
        double weight = numbers.of(keys, "weight", "labour-weight");
        double frisch = numbers.of(keys, "frisch", "frisch");
        return value.placing(() -> kind.equals("ghh")
                ? HouseholdParameters.ghh(weight, frisch)
                : HouseholdParameters.separable(weight, frisch));
    }

    /** The one key there must be. */
    private static String only(Value value, Section section, String field, List<String> kinds) {
        section.allowOnly(field, kinds);
        if (section.keys().size() != 1) {
            throw value.mustBe("be one of " + String.join(", ", kinds));
        }
        return section.keys().iterator().next();
    }
}
