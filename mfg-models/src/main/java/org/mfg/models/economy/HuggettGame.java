package org.mfg.models.economy;

import java.util.List;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.CrossSection;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;

/**
 * Huggett's economy (M. Huggett, "The risk-free rate in heterogeneous-agent incomplete-insurance economies", J. Econ. Dyn. Control 17
 * (1993)) in continuous time (Achdou, Han, Lasry, Lions and Moll 2022, section 2): {@link Households} lend to each other, and the
 * market clears where wealth is 0 on the whole, Σ_k ∫ a m_k da = 0.
 */
public final class HuggettGame implements GameProvider {

    @Override
    public String name() {
        return "huggett";
    }

    @Override
    public String description() {
        return "households that lend to each other (Huggett 1993); mfg clear finds the interest rate";
    }

    @Override
    public List<Parameter> parameters() {
        return HouseholdParameters.with(
                HouseholdParameters.defaults(0.05, 2, 0.1, 0.2, 1.2, 1.2, -0.15, 5),
                Parameter.real("interest-rate", 0.03, Range.ANY, "1/time", "r, paid on wealth"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(a, p) = max_c U(c) + p c - p (z + r a)",
                "U(c) = c^(1-γ)/(1-γ)",
                "γ = risk-aversion",
                "r = interest-rate");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        return HouseholdParameters.read(parameters).game(name(), parameters.real("interest-rate"), 1);
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {1000};
    }

    @Override
    public int defaultSteps() {
        return 1;
    }

    @Override
    public Optional<Market> market() {
        return Optional.of(new BondMarket());
    }

    @Override
    public List<AgentQuantity> policies(Parameters parameters) {
        return HouseholdPolicies.of(
                parameters.real("interest-rate"),
                HouseholdParameters.read(parameters).earnings(1));
    }

    @Override
    public Statistics statistics(Parameters parameters, DiscreteGame game, Equilibrium equilibrium) {
        return HouseholdStatistics.of(
                game, equilibrium, policies(parameters).get(0));
    }

    /** The market for loans. */
    private static final class BondMarket implements Market {
        @Override
        public List<String> prices() {
            return List.of("interest-rate");
        }

        @Override
        public List<String> conditions() {
            return List.of("bonds");
        }

        /** Below 0 too, as far as the richest have an income after interest. */
        @Override
        public double lowest(String price, Parameters parameters) {
            double richest = parameters.real("max-wealth");
            return richest > 0 ? -0.99 * parameters.real("low") / richest : -1;
        }

        /** ρ, where no household stops saving. */
        @Override
        public double highest(String price, Parameters parameters) {
            return parameters.real("discount");
        }

        @Override
        public List<AgentQuantity> aggregates(Parameters parameters) {
            return List.of(Wealth.quantity("wealth"));
        }

        @Override
        public double[] excess(Parameters parameters, double[] aggregates) {
            return new double[] {aggregates[0]};
        }

        @Override
        public Optional<String> warning(Parameters parameters, CrossSection crowd) {
            return Wealth.warning(crowd);
        }
    }
}
