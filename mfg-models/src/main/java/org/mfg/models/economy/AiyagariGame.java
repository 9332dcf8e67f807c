package org.mfg.models.economy;

import java.util.List;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
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
 * The wealth distribution of Aiyagari's economy (S. R. Aiyagari, "Uninsured idiosyncratic risk and aggregate saving", Q. J. Econ. 109
 * (1994)) in continuous time (Achdou, Han, Lasry, Lions and Moll, "Income and wealth distribution in macroeconomics", Rev. Econ. Stud. 89
 * (2022), section 4; the defaults are those of the program that the authors publish with it, but for a smaller box): {@link Households} lend their wealth to
 * a firm that produces Y = A K^α L^(1-α), capital wears off at the rate δ, and both are paid what they add,
 *
 * <pre>
 *   r = α A (K/L)^(α-1) - δ,   w = (1 - α) A (K/L)^α,   K = Σ_k ∫ a m_k da,   L = E z.
 * </pre>
 *
 * <p>The game is that of households at a given r; its market is that of capital.
 */
public final class AiyagariGame implements GameProvider {

    @Override
    public String name() {
        return "aiyagari";
    }

    @Override
    public String description() {
        return "households that save against shocks to their income, and a firm (Aiyagari 1994); mfg clear finds the interest rate";
    }

    @Override
    public List<Parameter> parameters() {
        return HouseholdParameters.with(
                HouseholdParameters.defaults(0.05, 2, 1, 2, 1.0 / 3, 1.0 / 3, 0, 2),
                Parameter.real("interest-rate", 0.04, Range.ANY, "1/time", "r, paid on wealth"),
                Firm.productivity(0.1),
                Firm.share(1.0 / 3),
                Firm.depreciation(0.05));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(a, p) = max_c U(c) + p c - p (w z + r a)",
                "U(c) = c^(1-γ)/(1-γ)",
                "γ = risk-aversion",
                "r = interest-rate = α A (K/L)^(α-1) - δ",
                "w = (1-α) A (K/L)^α");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        Firm firm = new Firm(parameters);
        double r = parameters.real("interest-rate");
        return HouseholdParameters.read(parameters).game(name(), r, firm.wage(firm.capitalPerLabour(r)));
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
        return Optional.of(new CapitalMarket(p -> HouseholdParameters.read(p).labour()));
    }

    @Override
    public List<AgentQuantity> policies(Parameters parameters) {
        double r = parameters.real("interest-rate");
        Firm firm = new Firm(parameters);
        Earnings earnings = HouseholdParameters.read(parameters).earnings(firm.wage(firm.capitalPerLabour(r)));
        return HouseholdPolicies.of(r, earnings);
    }

    @Override
    public Statistics statistics(Parameters parameters, DiscreteGame game, Equilibrium equilibrium) {
        return HouseholdStatistics.of(
                game, equilibrium, policies(parameters).get(0));
    }
}
