package org.mfg.models.game;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.MeanCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/**
 * The linear-quadratic game on the line, in which agents like to be at s times the mean μ of the population:
 *
 * <pre>
 *   H = p²/2,  F[m](t, x) = ½ κ (x - s μ(t))²,  G[m](x) = ½ κ_T (x - s_T μ(T))²,  m0 = N(μ0, σ0²)
 * </pre>
 *
 * <p>s in (0, 1) is a mild attraction to the others, s above 1 imitation, a negative s aversion. The exact solution is
 * that on the whole line, {@link LinearQuadraticSolution}. The line is cut, with reflecting ends, {@code half-width}
 * standard deviations beyond wherever the mean goes; compare where the density lives.
 */
public final class LinearQuadraticGame implements GameProvider {
    @Override
    public String name() {
        return "linear-quadratic";
    }

    @Override
    public String description() {
        return "agents on the line who like to be near s times the mean; exact solution by Riccati equations";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(shared(0.1));
        all.add(Parameter.real("mu0", 1, Range.ANY, "length", "the mean of the initial normal density"));
        all.add(Parameter.real("sigma0", 0.5, Range.above(0), "length", "its standard deviation"));
        all.add(halfWidth(6));
        return all;
    }

    /** The parameters that do not tell the dimension. */
    static List<Parameter> shared(double viscosity) {
        return List.of(
                GameParameters.viscosity(viscosity),
                GameParameters.horizon(1),
                Parameter.real("kappa", 1, Range.atLeast(0), "1/time^2", "the running cost kappa (x - s mean)^2/2"),
                Parameter.real("s", 0.5, Range.ANY, "", "how far agents follow the mean on the way"),
                Parameter.real("kappa-terminal", 1, Range.atLeast(0), "1/time", "as kappa, at the final time"),
                Parameter.real("s-terminal", 0.5, Range.ANY, "", "as s, at the final time"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / 2",
                "F[m](t, x) = 1/2 kappa (x - s μ(t))^2",
                "G[m](x) = 1/2 kappa-terminal (x - s-terminal μ(T))^2",
                "μ(t) = ∫ x m(t, x) dx",
                "m0(x) = N(mu0, sigma0^2)");
    }

    static Parameter halfWidth(double defaultValue) {
        return Parameter.real(
                "half-width",
                defaultValue,
                Range.between(3, 100),
                "standard deviations",
                "how far beyond the mean the domain is cut");
    }

    /** The game on one axis. */
    static LinearQuadraticModel model(Parameters parameters, double mean0, double deviation0) {
        return new LinearQuadraticModel(
                parameters.real("viscosity"),
                parameters.real("horizon"),
                parameters.real("kappa"),
                parameters.real("s"),
                parameters.real("kappa-terminal"),
                parameters.real("s-terminal"),
                mean0,
                deviation0);
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        LinearQuadraticModel model = model(parameters, parameters.real("mu0"), parameters.real("sigma0"));
        return create(name(), model, parameters.real("half-width"));
    }

    /** The game on the line of a model. */
    static MeanFieldGame create(String name, LinearQuadraticModel model, double halfWidth) {
        LinearQuadraticSolution exact = new LinearQuadraticSolution(model);
        return MeanFieldGame.builder(name)
                .domain(Domain.of(cut("x", exact, halfWidth)))
                .horizon(model.horizon())
                .viscosity(model.viscosity())
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new MeanCoupling(model.runningCost()))
                .terminalCoupling(new MeanCoupling(model.terminalCost()))
                .initialDensity(x -> exact.density(0, x))
                .exactSolution(exact)
                .build();
    }

    /** The axis that holds all but a tail of the density at all times. */
    static Axis cut(String name, LinearQuadraticSolution exact, double halfWidth) {
        return Normal.axis(name, exact.horizon(), exact::mean, exact::deviation, halfWidth);
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
