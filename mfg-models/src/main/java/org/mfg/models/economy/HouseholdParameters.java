package org.mfg.models.economy;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.States;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** The parameters that describe {@link Households}. */
final class HouseholdParameters {
    private HouseholdParameters() {}

    /** Their declarations with these defaults, of households of two incomes. */
    static List<Parameter> defaults(
            double discount,
            double riskAversion,
            double low,
            double high,
            double up,
            double down,
            double minWealth,
            double maxWealth) {
        return List.of(
                Parameter.real("discount", discount, Range.above(0), "1/time", "rho, the rate of time preference"),
                Parameter.real(
                        "risk-aversion",
                        riskAversion,
                        Range.above(0),
                        "",
                        "gamma in U(c) = c^(1-gamma)/(1-gamma); 1: log c"),
                Parameter.real("low", low, Range.above(0), "", "what work is worth in the low state"),
                Parameter.real("high", high, Range.above(0), "", "what work is worth in the high state"),
                Parameter.real("rate-up", up, Range.above(0), "1/time", "the rate of changes from low to high"),
                Parameter.real("rate-down", down, Range.above(0), "1/time", "the rate of changes from high to low"),
                Parameter.real("min-wealth", minWealth, Range.ANY, "", "the borrowing limit"),
                Parameter.real("max-wealth", maxWealth, Range.ANY, "", "the end of the grid; nobody should save there"),
                grading());
    }

    /** How nodes of wealth crowd at the borrowing limit. */
    static Parameter grading() {
        return Parameter.real(
                "grading",
                1,
                Range.between(1, 10),
                "",
                "p, by which nodes of wealth crowd at the limit: min-wealth + (max-wealth - min-wealth) (i/n)^p");
    }

    /** Some declarations and more. */
    static List<Parameter> with(List<Parameter> parameters, Parameter... more) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all;
    }

    /** Households of two incomes. */
    static Households read(Parameters p) {
        double low = p.real("low");
        double high = p.real("high");
        if (!(high > low)) {
            throw InvalidInputException.of("high", "be above the low productivity " + low, high);
        }
        return new Households(
                Utility.crra(p.real("risk-aversion")),
                p.real("discount"),
                Incomes.chain(States.two("low", "high", p.real("rate-up"), p.real("rate-down")), low, high),
                wealth(p));
    }

    static Axis wealth(Parameters p) {
        return Households.wealth(p.real("min-wealth"), p.real("max-wealth"), p.real("grading"));
    }

    /** The mean productivity of two incomes in the long run. */
    static double labour(Parameters p) {
        double up = p.real("rate-up");
        double down = p.real("rate-down");
        return (down * p.real("low") + up * p.real("high")) / (up + down);
    }
}
