package org.mfg.models.economy;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.States;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

/** The parts of households whose numbers are parameters of the game, under the same names everywhere. */
public final class HouseholdParameters {
    private HouseholdParameters() {}

    /** {@link Utility#crra}: {@code risk-aversion}. */
    public static Declared<Utility> crra(double riskAversion) {
        return new Declared<>(
                List.of(riskAversion(riskAversion, "gamma in U(c) = c^(1-gamma)/(1-gamma); 1: log c")),
                p -> Utility.crra(p.real("risk-aversion")),
                p -> List.of("U(c) = c^(1-γ)/(1-γ)", "γ = risk-aversion"));
    }

    /** {@link Utility#stoneGeary}: {@code risk-aversion} and {@code subsistence}. */
    public static Declared<Utility> stoneGeary(double riskAversion, double subsistence) {
        return new Declared<>(
                List.of(
                        riskAversion(riskAversion, "gamma in U(c) = (c-subsistence)^(1-gamma)/(1-gamma); 1: log"),
                        Parameter.real("subsistence", subsistence, Range.atLeast(0), "", "what is always consumed")),
                p -> Utility.stoneGeary(p.real("risk-aversion"), p.real("subsistence")),
                p -> List.of("U(c) = (c - subsistence)^(1-γ)/(1-γ)", "γ = risk-aversion"));
    }

    private static Parameter riskAversion(double value, String description) {
        return Parameter.real("risk-aversion", value, Range.above(0), "", description);
    }

    /** {@link Utility#cara}: {@code absolute-risk-aversion}. */
    public static Declared<Utility> cara(double absoluteRiskAversion) {
        String name = "absolute-risk-aversion";
        return new Declared<>(
                List.of(Parameter.real(
                        name, absoluteRiskAversion, Range.above(0), "", "alpha in U(c) = -exp(-alpha c)/alpha")),
                p -> Utility.cara(p.real(name)),
                p -> List.of("U(c) = -exp(-α c)/α", "α = " + name));
    }

    /** {@link Utility#formula}: {@code utility}. */
    public static Declared<Utility> utility(String formula) {
        return new Declared<>(
                List.of(Parameter.text("utility", formula, Range.ANY, "U, a formula in c")),
                p -> Utility.formula(p.text("utility")),
                p -> List.of("U(c) = " + p.text("utility")));
    }

    /** {@link Labour#separable}: {@code labour-weight} and {@code frisch}. */
    public static Declared<Labour> separable(double weight, double frisch) {
        return labour(weight, frisch, Labour::separable);
    }

    /** {@link Labour#ghh}: {@code labour-weight} and {@code frisch}. */
    public static Declared<Labour> ghh(double weight, double frisch) {
        return labour(weight, frisch, Labour::ghh);
    }

    /** Makes labour of its weight and elasticity. */
    private interface LabourFactory {
        Labour of(double weight, double frisch);
    }

    private static Declared<Labour> labour(double weight, double frisch, LabourFactory factory) {
        return new Declared<>(
                List.of(
                        Parameter.real("labour-weight", weight, Range.above(0), "", "psi, what working costs"),
                        Parameter.real(
                                "frisch", frisch, Range.above(0), "", "phi in v(l) = psi l^(1+1/phi)/(1+1/phi)")),
                p -> factory.of(p.real("labour-weight"), p.real("frisch")),
                p -> List.of("v(l) = labour-weight l^(1+1/φ)/(1+1/φ)", "φ = frisch"));
    }

    /** Two incomes: {@code low}, {@code high}, {@code rate-up} and {@code rate-down}. */
    public static Declared<Incomes> twoIncomes(double low, double high, double up, double down) {
        return new Declared<>(
                List.of(
                        Parameter.real("low", low, Range.above(0), "", "what work is worth in the low state"),
                        Parameter.real("high", high, Range.above(0), "", "what work is worth in the high state"),
                        Parameter.real("rate-up", up, Range.above(0), "1/time", "the rate of changes from low to high"),
                        Parameter.real(
                                "rate-down", down, Range.above(0), "1/time", "the rate of changes from high to low")),
                p -> {
                    if (!(p.real("high") > p.real("low"))) {
                        throw InvalidInputException.of(
                                "high", "be above the low productivity " + p.real("low"), p.real("high"));
                    }
                    States states = States.two("low", "high", p.real("rate-up"), p.real("rate-down"));
                    return Incomes.chain(states, p.real("low"), p.real("high"));
                },
                p -> List.of());
    }

    /** {@link Incomes#diffusion}: {@code reversion}, {@code volatility}, {@code low} and {@code high}. */
    public static Declared<Incomes> diffusion(double low, double high, double reversion, double volatility) {
        return new Declared<>(
                List.of(
                        reversion(reversion, "theta, by which productivity reverts to 1"),
                        volatility(volatility, "sigma, of productivity"),
                        Parameter.real("low", low, Range.above(0), "", "the least productivity, below 1"),
                        Parameter.real("high", high, Range.above(1), "", "the largest productivity")),
                p -> Incomes.diffusion(p.real("low"), p.real("high"), p.real("reversion"), p.real("volatility")),
                p -> List.of("θ = reversion", "D_a = 0", "D_z = volatility^2/2"));
    }

    /** {@link Incomes#rouwenhorst}: {@code reversion} and {@code volatility}. */
    public static Declared<Incomes> rouwenhorst(int states, double reversion, double volatility) {
        return new Declared<>(
                List.of(
                        reversion(reversion, "theta, by which the logarithm of productivity reverts to its mean"),
                        volatility(volatility, "sigma, of the logarithm of productivity")),
                p -> Incomes.rouwenhorst(states, p.real("reversion"), p.real("volatility")),
                p -> List.of());
    }

    private static Parameter reversion(double value, String description) {
        return Parameter.real("reversion", value, Range.above(0), "1/time", description);
    }

    private static Parameter volatility(double value, String description) {
        return Parameter.real("volatility", value, Range.above(0), "1/sqrt(time)", description);
    }

    /** {@link Households#wealth}: {@code min-wealth}, {@code max-wealth} and {@code grading}. */
    public static Declared<Axis> wealth(double lower, double upper, double grading) {
        return new Declared<>(
                List.of(
                        Parameter.real("min-wealth", lower, Range.ANY, "", "the borrowing limit"),
                        Parameter.real(
                                "max-wealth", upper, Range.ANY, "", "the end of the grid; nobody should save there"),
                        Parameter.real(
                                "grading",
                                grading,
                                Range.between(1, 10),
                                "",
                                "p, by which nodes of wealth crowd at the limit: min-wealth + (max-wealth - min-wealth) (i/n)^p")),
                p -> Households.wealth(p.real("min-wealth"), p.real("max-wealth"), p.real("grading")),
                p -> List.of());
    }
}
