package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.MeanSpeedCoupling;
import org.mfg.models.hamiltonian.AnisotropicQuadraticHamiltonian;

/**
 * Traders who sell the same asset at the same time (P. Cardaliaguet and C.-A. Lehalle, "Mean field game of controls and an
 * application to trade crowding", Math. Financ. Econ. 12 (2018)). A trader with inventory q trades at speed a; the crowd's mean
 * speed μ moves the price by α μ dt. In cash the trader pays κ a² for haste, φ q² for risk, and A q² for what is left at the end:
 *
 * <pre>
 *   dq = a dt + sqrt(2ν) dW,   cost  ∫ κ a² + φ q² - α q μ dt + A q(T)²,   μ(t) = ∫ a m = d/dt ∫ q m dq
 *   H = p²/(4κ),  f = φ q²,  F[m] = -α q μ(t),  g = A q²,  m0 = N(E0, σ0²)
 * </pre>
 *
 * <p>So traders interact through their controls, and the faster the crowd sells, the faster each must. The paper has ν = 0; here clients may
 * change the inventory. The exact solution is that on the whole line, {@link TradeCrowdingSolution}; the line is cut, with reflecting
 * ends, {@code half-width} standard deviations beyond wherever the mean goes.
 */
public final class TradeCrowdingGame implements GameProvider {

    @Override
    public String name() {
        return "trade-crowding";
    }

    @Override
    public String description() {
        return "traders who sell at once and move the price (Cardaliaguet and Lehalle 2018); exact solution in closed form";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.1),
                GameParameters.horizon(1),
                Parameter.real(
                        "alpha", 2, Range.atLeast(0), "price/lot", "how far a lot traded by all moves the price"),
                Parameter.real("kappa", 0.5, Range.above(0), "price time/lot", "the cost kappa a^2 of speed a"),
                Parameter.real("phi", 0.5, Range.atLeast(0), "price/(lot time)", "the cost phi q^2 of holding q"),
                Parameter.real("penalty", 2, Range.atLeast(0), "price/lot", "the cost A q^2 of q left at the end"),
                Parameter.real("mu0", 1, Range.ANY, "lot", "the mean of the initial inventories"),
                Parameter.real("sigma0", 0.3, Range.above(0), "lot", "their standard deviation"),
                LinearQuadraticGame.halfWidth(6));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(q, p, m) = p^2 / (4 kappa)",
                "f(q) = phi q^2",
                "F[m](t, q) = -alpha q dμ/dt(t)",
                "μ(t) = ∫ q m(t, q) dq",
                "g(q) = penalty q^2",
                "m0(q) = N(mu0, sigma0^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        TradeCrowdingModel model = new TradeCrowdingModel(
                parameters.real("viscosity"),
                parameters.real("horizon"),
                parameters.real("alpha"),
                parameters.real("kappa"),
                parameters.real("phi"),
                parameters.real("penalty"),
                parameters.real("mu0"),
                parameters.real("sigma0"));
        TradeCrowdingSolution exact = new TradeCrowdingSolution(model);
        double halfWidth = parameters.real("half-width");
        return MeanFieldGame.builder(name())
                .domain(Domain.of(Normal.axis("q", model.horizon(), exact::mean, exact::deviation, halfWidth)))
                .horizon(model.horizon())
                .viscosity(model.viscosity())
                .hamiltonian(new AnisotropicQuadraticHamiltonian(1 / (2 * model.kappa())))
                .runningCost((t, x) -> model.phi() * x[0] * x[0])
                .coupling(new MeanSpeedCoupling(model.alpha()))
                .terminalCost(x -> model.terminalPenalty() * x[0] * x[0])
                .initialDensity(x -> exact.density(0, x))
                .exactSolution(exact)
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {301};
    }

    @Override
    public int defaultSteps() {
        return 150;
    }
}
