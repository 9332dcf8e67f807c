package org.mfg.models.game;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/**
 * Systemic risk among banks that lend to each other (R. Carmona, J.-P. Fouque and L.-H. Sun, "Mean field games and systemic
 * risk", Commun. Math. Sci. 13 (2015)). The logarithm X of a bank's reserves, m̄ the mean of all, follows
 *
 * <pre>
 *   dX = (a (m̄ - X) + α) dt + sqrt(2ν) dW,   cost  ∫ ½ α² - q α (m̄ - X) + ½ ε (m̄ - X)² dt + ½ c (m̄ - X(T))²,   q² <= ε.
 * </pre>
 *
 * <p>In terms of the whole drift β = a (m̄ - X) + α the cost is ½ β² - (a + q) β (m̄ - X) + ½ (ε + 2aq + a²) (m̄ - X)². At
 * equilibrium m̄ is constant, and then by Itô's formula the product of β is ½ (a + q) (X - m̄)² at the end less that at the start and a
 * constant. So the equilibrium is that of the linear-quadratic game with s = 1 and
 *
 * <pre>
 *   κ = ε + 2aq + a²,   κ_T = c + a + q,   u = V + ½ (a + q) (x - m̄)² + (a + q) ν (T - t),
 * </pre>
 *
 * <p>V the value function of the paper, whose feedback is α = (q + η)(m̄ - x), η' = 2(a + q)η + η² - (ε - q²), η(T) = c.
 */
public final class SystemicRiskGame implements GameProvider {

    @Override
    public String name() {
        return "systemic-risk";
    }

    @Override
    public String description() {
        return "banks that lend to each other (Carmona, Fouque and Sun 2015); exact solution by Riccati equations";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.5),
                GameParameters.horizon(1),
                Parameter.real("a", 1, Range.atLeast(0), "1/time", "the rate of lending that nobody decides"),
                Parameter.real("q", 1, Range.atLeast(0), "1/time", "what lending to the mean is worth"),
                Parameter.real("epsilon", 10, Range.atLeast(0), "1/time^2", "the cost of being away from the mean"),
                Parameter.real("c", 0, Range.atLeast(0), "1/time", "as epsilon, at the final time"),
                Parameter.real("mu0", 0, Range.ANY, "", "the mean of the initial normal density"),
                Parameter.real("sigma0", 0.5, Range.above(0), "", "its standard deviation"),
                LinearQuadraticGame.halfWidth(6));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / 2",
                "F[m](t, x) = 1/2 (epsilon + 2 a q + a^2) (x - μ(t))^2",
                "G[m](x) = 1/2 (c + a + q) (x - μ(T))^2",
                "μ(t) = ∫ x m(t, x) dx",
                "m0(x) = N(mu0, sigma0^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double a = parameters.real("a");
        double q = parameters.real("q");
        double epsilon = parameters.real("epsilon");
        if (q * q > epsilon) {
            throw InvalidInputException.of("q", "be at most sqrt(epsilon) = " + Math.sqrt(epsilon), q);
        }
        LinearQuadraticModel model = new LinearQuadraticModel(
                parameters.real("viscosity"),
                parameters.real("horizon"),
                epsilon + 2 * a * q + a * a,
                1,
                parameters.real("c") + a + q,
                1,
                parameters.real("mu0"),
                parameters.real("sigma0"));
        return LinearQuadraticGame.create(name(), model, parameters.real("half-width"));
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {201};
    }

    @Override
    public int defaultSteps() {
        return 100;
    }
}
