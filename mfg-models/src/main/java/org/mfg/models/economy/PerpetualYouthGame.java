package org.mfg.models.economy;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/**
 * Perpetual youth (Yaari 1965, Blanchard 1985) and the Pareto tail of wealth: households live off the risky return of their wealth a, die at the rate η whatever their age,
 * and newborns begin with a wealth near 1. In x = log a,
 *
 * <pre>
 *   (ρ + η) V = max over κ of U(κ eˣ) + V' (R - κ - σ²/2) + σ²/2 V'',    R = r + η with annuities, r without
 *   0 = -(μ m)' + σ²/2 m'' + η (m_b - m),                                 μ = R - κ - σ²/2.
 * </pre>
 *
 * <p>An annuity pays η a to the living for what they leave at death. Far from the ends of the grid everybody consumes the same part of wealth and wealth grows at random
 * about a trend, so that its density has power laws on both sides of the newborns, m ~ a^(-ζ-1) above, the Pareto tail (Gabaix, Lasry, Lions and Moll 2016):
 *
 * <pre>
 *   κ = (ρ + η - (1 - γ)(R - γσ²/2))/γ,    σ²/2 ζ² + μ ζ - η = 0,    ζ = η/μ for σ = 0.
 * </pre>
 */
public final class PerpetualYouthGame implements GameProvider {
    /** Consumption is sought up to this multiple of what growth and impatience allow. */
    private static final double CONSUMPTION_BOUND = 1000;

    @Override
    public String name() {
        return "perpetual-youth";
    }

    @Override
    public String description() {
        return "households who die at random and are replaced, and the Pareto tail of their wealth (Blanchard 1985)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real("discount", 0.04, Range.above(0), "1/time", "rho, the rate of time preference"),
                Parameter.real(
                        "risk-aversion",
                        2,
                        Range.between(0.1, 20),
                        "",
                        "gamma in U(c) = c^(1-gamma)/(1-gamma); 1: log c"),
                Parameter.real("death-rate", 0.02, Range.above(0), "1/time", "eta; 1/eta is the mean life"),
                Parameter.flag("annuities", true, "whether the living get what the dead leave, eta per unit of wealth"),
                Parameter.real("interest-rate", 0.05, Range.ANY, "1/time", "r, the mean return of wealth"),
                Parameter.real("volatility", 0.1, Range.atLeast(0), "1/sqrt(time)", "sigma, of the return"),
                Parameter.real(
                        "newborn-spread", 0.2, Range.above(0), "", "the standard deviation of log wealth at birth"),
                Parameter.real("min-log-wealth", -8, Range.between(-20, -1), "", "the lower end of log wealth"),
                Parameter.real("max-log-wealth", 12, Range.between(1, 40), "", "the upper end of log wealth"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        String income = parameters.flag("annuities") ? "interest-rate + η" : "interest-rate";
        return List.of(
                "H(x, p) = max_κ U(κ e^x) + p κ - p (R - σ^2/2)",
                "U(c) = c^(1-γ)/(1-γ)",
                "γ = risk-aversion",
                "R = " + income,
                "η = death-rate",
                "σ = volatility",
                "m_b(x) = exp(-x^2/(2 newborn-spread^2))");
    }

    @Override
    public MeanFieldGame create(Parameters p) {
        double gamma = p.real("risk-aversion");
        double eta = p.real("death-rate");
        double variance = Math.pow(p.real("volatility"), 2);
        double income = income(p);
        double impatience = p.real("discount") + eta;
        double consumption = (impatience - (1 - gamma) * (income - gamma * variance / 2)) / gamma;
        double spread = p.real("newborn-spread");
        if (!(consumption > 0)) {
            throw InvalidInputException.of(
                    "interest-rate",
                    "be such that households consume, ρ + η > (1 - γ)(R - γσ²/2)",
                    p.real("interest-rate"));
        }
        double growth = growth(p);
        double most = CONSUMPTION_BOUND * Math.max(consumption, Math.abs(growth));
        return MeanFieldGame.builder(name())
                .domain(Domain.of(new Axis(
                        "x",
                        p.real("min-log-wealth"),
                        p.real("max-log-wealth"),
                        Boundary.stateConstraint(),
                        Boundary.stateConstraint())))
                .forever()
                .discount(p.real("discount"))
                .death(eta, x -> Math.exp(-x[0] * x[0] / (2 * spread * spread)))
                .viscosity(variance / 2)
                .hamiltonian(new LogWealthHamiltonian(growth, gamma, most))
                .build();
    }

    /** The part of wealth that is consumed per unit of time, and how fast wealth grows. */
    @Override
    public List<AgentQuantity> policies(Parameters p) {
        double growth = growth(p);
        return List.of(
                AgentQuantity.ofDrift("consumption out of wealth", (x, drift) -> growth - drift[0]),
                AgentQuantity.ofDrift("growth of log wealth", (x, drift) -> drift[0]));
    }

    private static double income(Parameters p) {
        return p.real("interest-rate") + (p.flag("annuities") ? p.real("death-rate") : 0);
    }

    /** R - σ²/2. */
    private static double growth(Parameters p) {
        return income(p) - Math.pow(p.real("volatility"), 2) / 2;
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {1000};
    }

    @Override
    public int defaultSteps() {
        return 1;
    }
}
