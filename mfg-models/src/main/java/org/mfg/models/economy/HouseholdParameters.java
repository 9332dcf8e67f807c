package org.mfg.models.economy;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grading;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** The parameters that describe {@link Households}. */
final class HouseholdParameters {
    private HouseholdParameters() {}

    /** Their declarations with these defaults, in the order of the components of {@link Households}. */
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

    /** The axis of wealth that {@link #grading} spreads. */
    static Axis wealth(double minWealth, double maxWealth, double grading) {
        Axis axis = new Axis("a", minWealth, maxWealth, Boundary.stateConstraint(), Boundary.stateConstraint());
        return grading == 1 ? axis : axis.graded(Grading.power(grading));
    }

    /** Some declarations and more. */
    static List<Parameter> with(List<Parameter> parameters, Parameter... more) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all;
    }

    static Households read(Parameters p) {
        return new Households(
                p.real("discount"),
                p.real("risk-aversion"),
                p.real("low"),
                p.real("high"),
                p.real("rate-up"),
                p.real("rate-down"),
                p.real("min-wealth"),
                p.real("max-wealth"),
                p.real("grading"));
    }
}
