package org.mfg.models.economy;

import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.States;
import org.mfg.api.spi.ConsumptionMeasure;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;

/**
 * Households with two assets at given prices (Kaplan, Moll and Violante 2018): a liquid one, b, and an illiquid one, a, to and from which it costs χ to move money,
 *
 * <pre>
 *   ρ V_k = max over c and d of U(c) + ∂_b V_k (w z_k + r_b(b) b - d - χ(d, a) - c) + ∂_a V_k (r_a a + d) + λ_k (V_-k - V_k)
 *   0 = -∂_b(ḃ m_k) - ∂_a(ȧ m_k) - λ_k m_k + λ_-k m_-k.
 * </pre>
 *
 * <p>Many of them are rich and live hand to mouth: all they have is illiquid.
 */
public final class TwoAssetsGame implements GameProvider {

    @Override
    public String name() {
        return "two-assets";
    }

    @Override
    public String description() {
        return "households with a liquid and an illiquid asset, which it costs to adjust (Kaplan, Moll and Violante 2018)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real("discount", 0.06, Range.above(0), "1/time", "rho, the rate of time preference"),
                Parameter.real(
                        "risk-aversion", 2, Range.above(0), "", "gamma in U(c) = c^(1-gamma)/(1-gamma); 1: log c"),
                Parameter.real("wage", 1, Range.above(0), "", "w"),
                Parameter.real("low", 0.8, Range.above(0), "", "what work is worth in the low state"),
                Parameter.real("high", 1.3, Range.above(0), "", "what work is worth in the high state"),
                Parameter.real("rate-up", 1.0 / 3, Range.above(0), "1/time", "the rate of changes from low to high"),
                Parameter.real("rate-down", 1.0 / 3, Range.above(0), "1/time", "the rate of changes from high to low"),
                Parameter.real("liquid-rate", 0.01, Range.ANY, "1/time", "r_b, paid on b >= 0"),
                Parameter.real("borrowing-rate", 0.12, Range.ANY, "1/time", "r_b, to pay where b < 0"),
                Parameter.real("illiquid-rate", 0.05, Range.ANY, "1/time", "r_a, paid on a"),
                Parameter.real("linear-cost", 0.03, Range.between(0, 0.99), "", "chi0, of each unit moved"),
                Parameter.real("convex-cost", 2, Range.above(0), "time", "chi1, of moving a large part of a at once"),
                Parameter.real("cost-floor", 1, Range.above(0), "", "the a below which moving costs as at it"),
                Parameter.real("min-liquid", -1, Range.ANY, "", "the borrowing limit of b, at most 0"),
                Parameter.real(
                        "max-liquid", 5, Range.above(0), "", "the end of the grid of b; nobody should save there"),
                Parameter.real("max-illiquid", 15, Range.above(0), "", "the end of the grid of a"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(b, a, p) = max_(c, d) U(c) - p_b (w z + r_b b - d - χ(d, a) - c) - p_a (r_a a + d)",
                "U(c) = c^(1-γ)/(1-γ)",
                "χ(d, a) = linear-cost |d| + convex-cost/2 d^2/max(a, cost-floor)",
                "γ = risk-aversion",
                "w = wage",
                "r_b = liquid-rate, borrowing-rate where b < 0",
                "r_a = illiquid-rate");
    }

    @Override
    public MeanFieldGame create(Parameters p) {
        TwoAssetHousehold household = household(p);
        return MeanFieldGame.builder(name())
                .domain(Domain.of(
                        constrained("b", household.minLiquid(), household.maxLiquid())
                                .graded(LiquidNodes.between(household.minLiquid(), household.maxLiquid())),
                        constrained("a", 0, household.maxIlliquid()).graded(Grading.power(3)),
                        Axis.states("income", States.two("low", "high", p.real("rate-up"), p.real("rate-down")))))
                .forever()
                .discount(p.real("discount"))
                .viscosity(0)
                .hamiltonian(new TwoAssetHamiltonian(household))
                .build();
    }

    @Override
    public List<AgentQuantity> policies(Parameters parameters) {
        TwoAssetHousehold household = household(parameters);
        return List.of(
                household.consumption(), household.deposits(), AgentQuantity.ofDrift("saving", (x, drift) -> drift[0]));
    }

    @Override
    public Statistics statistics(Parameters parameters, DiscreteGame game, Equilibrium equilibrium) {
        return TwoAssetStatistics.of(household(parameters), game, equilibrium);
    }

    @Override
    public Optional<ConsumptionMeasure> consumptionEquivalent(Parameters p, List<String> moving) {
        if (moving.contains("risk-aversion") || moving.contains("discount")) {
            return Optional.empty();
        }
        return Optional.of((before, after) ->
                ConsumptionEquivalent.of(p.real("risk-aversion"), p.real("discount"), before, after));
    }

    private static TwoAssetHousehold household(Parameters p) {
        double wage = p.real("wage");
        double low = p.real("low");
        double minLiquid = p.real("min-liquid");
        TwoAssetHousehold household = new TwoAssetHousehold(
                p.real("risk-aversion"),
                List.of(wage * low, wage * p.real("high")),
                p.real("liquid-rate"),
                p.real("borrowing-rate"),
                p.real("illiquid-rate"),
                new AdjustmentCost(p.real("linear-cost"), p.real("convex-cost"), p.real("cost-floor")),
                minLiquid,
                p.real("max-liquid"),
                p.real("max-illiquid"));
        if (!(p.real("high") > low)) {
            throw InvalidInputException.of("high", "be above the low productivity " + low, p.real("high"));
        }
        if (!(minLiquid <= 0)) {
            throw InvalidInputException.of("min-liquid", "be <= 0", minLiquid);
        }
        if (!(household.maxLiquid() > -2 * minLiquid)) {
            throw InvalidInputException.of(
                    "max-liquid", "be above twice what may be borrowed, " + -2 * minLiquid, household.maxLiquid());
        }
        if (!(household.income(new double[] {minLiquid, 0, 0}) > 0)
                || !(household.income(new double[] {household.maxLiquid(), 0, 0}) > 0)) {
            throw InvalidInputException.of(
                    "min-liquid", "leave every household an income after interest, w z + r_b b > 0", minLiquid);
        }
        return household;
    }

    private static Axis constrained(String name, double lower, double upper) {
        return new Axis(name, lower, upper, Boundary.stateConstraint(), Boundary.stateConstraint());
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {61, 41, 2};
    }

    @Override
    public int defaultSteps() {
        return 1;
    }
}
