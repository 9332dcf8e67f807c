package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.models.economy.MarginalPropensity;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

/**
 * Households that lend to each other (Huggett 1993; Achdou, Han, Lasry, Lions and Moll 2022, section 2). Wealth a >= -0.15, income z a chain of two
 * states, and the interest rate r at which all debts are somebody's wealth:
 *
 * <pre>
 *   ρ u_k = max_c c^(-1)/(-1) + u_k' (z_k + r a - c) + 1.2 (u_l - u_k),      Σ_k ∫ a m_k da = 0
 * </pre>
 *
 * <p>(u here is what a household gains.) Many households are at the borrowing limit or near it, where the density is steep: nodes crowd there,
 * a = a_min + 5.15 ξ³, and the rate is ten times nearer to the exact one than with even nodes. What to look at: the part of
 * those with low income that stays at the limit (stationary), who spend within a year three quarters of what they find (policies), and that a small change of
 * the rate moves much wealth as r comes near ρ = 0.05 (supply).
 */
public final class Huggett {
    private static final Map<String, Object> GRADED = Map.of("grading", 3);

    private Huggett() {}

    /** Takes the folder to write to, out/gallery/huggett if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/huggett"));
    }

    /** Writes the figures; returns the interest rate and the mean marginal propensity to consume. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        GameProvider economy = mfg.games().provider("huggett");
        EquilibriumSolver solver = mfg.solver("newton", Map.of("tolerance", 1e-7)); // round-off on a graded axis

        MarketClearing clearing = new MarketClearing(economy, game -> mfg.discretize(game, 1000, 1), solver, 1e-10);
        ClearedMarket market = clearing.clear(mfg.games().parameters("huggett", GRADED), Monitor.NONE);
        if (!market.isCleared()) {
            throw new IllegalStateException(market.message());
        }
        double rate = market.parameters().real("interest-rate");

        double[] rates = {-0.015, -0.01, 0, 0.01, 0.015, 0.02, 0.025, 0.03, 0.033, 0.036, 0.039, 0.042, 0.044};
        double[] wealth = new double[rates.length];
        Market bonds = economy.market().orElseThrow();
        for (int k = 0; k < rates.length; k++) {
            Parameters at = mfg.games().parameters("huggett", Map.of("grading", 3, "interest-rate", rates[k]));
            DiscreteGame game = mfg.discretize(economy.create(at), 250, 1);
            wealth[k] = bonds.excess(at, CrossSection.last(game, solver.solve(game)))[0];
        }
        new StudyFigures(out)
                .lines("supply", "interest rate r", "wealth of all", List.of(Curve.data("wealth", rates, wealth)));

        AgentQuantity consumption = economy.policies(market.parameters()).get(0);
        MarginalPropensity mpc = MarginalPropensity.of(market.game(), market.equilibrium(), consumption, 1);
        Map<String, double[]> shown = new LinkedHashMap<>();
        shown.put("consumption", market.crowd().values(consumption));
        shown.put("MPC of a year", mpc.ofGain());
        new StudyFigures(out).functions("policies", market.equilibrium(), shown);
        Figures.write(out, market.game(), market.equilibrium(), Figure.STATIONARY);
        System.out.printf("r = %.9f, mean MPC %.5f%n", rate, mpc.meanOfGain());
        return new double[] {rate, mpc.meanOfGain()};
    }
}
