package org.mfg.models.economy;

import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;

/**
 * Aiyagari's economy with a productivity that diffuses (Achdou, Han, Lasry, Lions and Moll 2022, section 4.4): households whose wealth a
 * follows da = (w z + r a - c) dt, a >= a_min, without noise, and whose productivity z reverts to its mean 1,
 *
 * <pre>
 *   dz = θ (1 - z) dt + σ dB, reflected at the ends of [z_min, z_max]:   D = 0 along a, σ²/2 along z.
 * </pre>
 *
 * <p>Labour is supplied at its mean, 1. The firm and the market are those of {@link AiyagariGame}.
 */
public final class AiyagariDiffusionGame implements GameProvider {
    private static final double LABOUR = 1;
    /** Consumption is sought up to this multiple of the largest cash flow. */
    private static final double CONSUMPTION_BOUND = 1000;

    @Override
    public String name() {
        return "aiyagari-diffusion";
    }

    @Override
    public String description() {
        return "households whose income diffuses, and a firm; mfg clear finds the interest rate";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real("discount", 0.05, Range.above(0), "1/time", "rho, the rate of time preference"),
                Parameter.real(
                        "risk-aversion", 2, Range.above(0), "", "gamma in U(c) = c^(1-gamma)/(1-gamma); 1: log c"),
                Parameter.real("reversion", 0.3, Range.above(0), "1/time", "theta, by which productivity reverts to 1"),
                Parameter.real("volatility", 0.1, Range.above(0), "1/sqrt(time)", "sigma, of productivity"),
                Parameter.real("low", 0.5, Range.above(0), "", "the least productivity, below 1"),
                Parameter.real("high", 1.5, Range.above(1), "", "the largest productivity"),
                Parameter.real("min-wealth", -1, Range.ANY, "", "the borrowing limit"),
                Parameter.real("max-wealth", 30, Range.ANY, "", "the end of the grid; nobody should save there"),
                HouseholdParameters.grading(),
                Parameter.real("interest-rate", 0.04, Range.ANY, "1/time", "r, paid on wealth"),
                Firm.productivity(1),
                Firm.share(0.35),
                Firm.depreciation(0.1));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(a, z, p) = max_c U(c) + p_a c - p_a (w z + r a) - p_z θ (1 - z)",
                "U(c) = c^(1-γ)/(1-γ)",
                "γ = risk-aversion",
                "θ = reversion",
                "D_a = 0",
                "D_z = volatility^2/2",
                "r = interest-rate = α A (K/L)^(α-1) - δ",
                "w = (1-α) A (K/L)^α");
    }

    @Override
    public MeanFieldGame create(Parameters p) {
        Firm firm = new Firm(p);
        double r = p.real("interest-rate");
        double wage = firm.wage(firm.capitalPerLabour(r));
        double low = p.real("low");
        double high = p.real("high");
        double minWealth = p.real("min-wealth");
        double maxWealth = p.real("max-wealth");
        if (!(low < 1)) {
            throw InvalidInputException.of("low", "be below the mean productivity 1", low);
        }
        if (!(maxWealth > minWealth)) {
            throw InvalidInputException.of("max-wealth", "be above the least wealth " + minWealth, maxWealth);
        }
        Households.requireIncome(wage * low, r, minWealth, maxWealth);
        double most = wage * high + Math.max(r * maxWealth, r * minWealth);
        double reversion = p.real("reversion");
        double volatility = p.real("volatility");
        Earnings earnings = new Earnings() {
            @Override
            public double at(double z) {
                return wage * z;
            }

            @Override
            public double drift(double z) {
                return reversion * (1 - z);
            }
        };
        return MeanFieldGame.builder(name())
                .domain(Domain.of(
                        HouseholdParameters.wealth(minWealth, maxWealth, p.real("grading")),
                        Axis.noFlux("z", low, high)))
                .forever()
                .discount(p.real("discount"))
                .diffusion(Diffusion.axes(0, volatility * volatility / 2))
                .hamiltonian(new SavingsHamiltonian(r, earnings, p.real("risk-aversion"), CONSUMPTION_BOUND * most))
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {100, 40};
    }

    @Override
    public int defaultSteps() {
        return 1;
    }

    @Override
    public Optional<Market> market() {
        return Optional.of(new CapitalMarket(p -> LABOUR));
    }

    @Override
    public List<AgentQuantity> policies(Parameters parameters) {
        double r = parameters.real("interest-rate");
        Firm firm = new Firm(parameters);
        double wage = firm.wage(firm.capitalPerLabour(r));
        return HouseholdPolicies.of(r, z -> wage * z);
    }

    @Override
    public Statistics statistics(Parameters parameters, DiscreteGame game, Equilibrium equilibrium) {
        return HouseholdStatistics.of(
                game, equilibrium, policies(parameters).get(0));
    }
}
