package org.mfg.models.economy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

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
                Parameter.real("tfp", 0.1, Range.above(0), "", "A, the productivity of the firm"),
                Parameter.real(
                        "capital-share", 1.0 / 3, Range.between(0.01, 0.99), "", "alpha, the exponent of capital"),
                Parameter.real(
                        "depreciation", 0.05, Range.above(0), "1/time", "delta, the rate at which capital wears off"));
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
        return Optional.of(new CapitalMarket());
    }

    /** What the firm asks for at given prices. */
    private record Firm(double productivity, double share, double depreciation) {
        Firm(Parameters p) {
            this(p.real("tfp"), p.real("capital-share"), p.real("depreciation"));
        }

        /** K/L at the interest rate r > -δ. */
        double capitalPerLabour(double r) {
            if (!(r > -depreciation)) {
                throw InvalidInputException.of("interest-rate", "be above -depreciation = " + -depreciation, r);
            }
            return Math.pow(share * productivity / (r + depreciation), 1 / (1 - share));
        }

        double wage(double capitalPerLabour) {
            return (1 - share) * productivity * Math.pow(capitalPerLabour, share);
        }

        double output(double capitalPerLabour, double labour) {
            return productivity * Math.pow(capitalPerLabour, share) * labour;
        }
    }

    /** The market for capital. */
    private static final class CapitalMarket implements Market {
        @Override
        public String price() {
            return "interest-rate";
        }

        /** -δ, where capital costs nothing and the firm asks for more than there is. */
        @Override
        public double lowest(Parameters parameters) {
            return -parameters.real("depreciation");
        }

        /** ρ, where no household stops saving. */
        @Override
        public double highest(Parameters parameters) {
            return parameters.real("discount");
        }

        @Override
        public double excessSupply(Parameters parameters, Equilibrium equilibrium) {
            return Wealth.mean(equilibrium) - demand(parameters);
        }

        private static double demand(Parameters parameters) {
            return new Firm(parameters).capitalPerLabour(parameters.real("interest-rate"))
                    * HouseholdParameters.read(parameters).labour();
        }

        @Override
        public Map<String, Double> quantities(Parameters parameters, Equilibrium equilibrium) {
            Firm firm = new Firm(parameters);
            double perLabour = firm.capitalPerLabour(parameters.real("interest-rate"));
            double labour = HouseholdParameters.read(parameters).labour();
            Map<String, Double> quantities = new LinkedHashMap<>();
            quantities.put("wage", firm.wage(perLabour));
            quantities.put("capital", Wealth.mean(equilibrium));
            quantities.put("labour", labour);
            quantities.put("output", firm.output(perLabour, labour));
            quantities.put("share at the limit", Wealth.shareAtLimit(equilibrium));
            quantities.put("share at the end of the grid", Wealth.shareAtEnd(equilibrium));
            if (parameters.real("min-wealth") >= 0) {
                quantities.put("gini of wealth", Wealth.gini(equilibrium));
            }
            return quantities;
        }

        @Override
        public Optional<String> warning(Parameters parameters, Equilibrium equilibrium) {
            return Wealth.warning(equilibrium);
        }
    }
}
