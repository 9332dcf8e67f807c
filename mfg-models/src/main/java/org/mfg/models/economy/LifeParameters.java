package org.mfg.models.economy;

import java.util.List;
import java.util.Map;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.formula.Formula;
import org.mfg.models.formula.Formulas;

/**
 * A {@link LifeCycle} whose numbers and formulas are parameters of the game: {@code horizon}, {@code income-profile}, {@code newborn} and {@code bequest}.
 *
 * @param years the age at the end
 * @param profile the factor of productivity, a formula in the age t
 * @param newborn the density at age 0, a formula in the position
 * @param bequest what wealth is worth at the end, a formula in the position
 */
public record LifeParameters(double years, String profile, String newborn, String bequest) {

    List<Parameter> parameters() {
        return List.of(
                Parameter.real("horizon", years, Range.above(0), "time", "the age at the end of life"),
                Parameter.text(
                        "income-profile", profile, Range.ANY, "the factor of productivity, a formula in the age t"),
                Parameter.text(
                        "newborn",
                        newborn,
                        Range.ANY,
                        "the density at age 0 up to a factor, a formula in the position"),
                Parameter.text(
                        "bequest", bequest, Range.ANY, "what wealth is worth at the end, a formula in the position"));
    }

    static LifeCycle of(Parameters p, Domain domain) {
        Formula profile = Formula.parse("income-profile", p.text("income-profile"), List.of("t"), Map.of());
        return new LifeCycle(
                p.real("horizon"),
                profile::at,
                Formulas.ofSpace("newborn", p.text("newborn"), domain, Map.of()),
                Formulas.ofSpace("bequest", p.text("bequest"), domain, Map.of()));
    }

    static List<String> equations(Parameters p) {
        return List.of(
                "z(t) = z (" + p.text("income-profile") + ")",
                "g(a) = -(" + p.text("bequest") + ")",
                "m0(a) ∝ " + p.text("newborn"));
    }
}
