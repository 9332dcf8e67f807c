package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.output.figure.MarketDiagram;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

/**
 * Households that save against shocks to their income, and a firm that rents what they save (Aiyagari 1994; in continuous time Achdou, Han, Lasry, Lions
 * and Moll 2022). With wages and interest from Y = A K^α L^(1-α),
 *
 * <pre>
 *   r = α A (K/L)^(α-1) - δ,  w = (1-α) A (K/L)^α,      supply  Σ_k ∫ a m_k da = K  demand
 * </pre>
 *
 * <p>What to look at: supply and demand of capital, the figure of every textbook (market): demand falls with r, supply grows without bound as r
 * comes near the rate of time preference ρ = 0.05, and crosses it below; below 0 the households are in debt on the whole. Those who earn
 * little now live on what they have (policies), more than a quarter of all are in debt, and the richest tenth has more than a third of what all have together (lorenz).
 */
public final class Aiyagari {
    private static final int NODES = 250;

    private Aiyagari() {}

    /** Takes the folder to write to, out/gallery/aiyagari if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/aiyagari"));
    }

    /** Writes the figures; returns the interest rate and the mean marginal propensity to consume. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        GameProvider economy = mfg.games().provider("aiyagari");
        EquilibriumSolver solver = mfg.solver("newton", Map.of("tolerance", 1e-12));

        MarketClearing clearing = new MarketClearing(economy, game -> mfg.discretize(game, NODES, 1), solver, 1e-11);
        ClearedMarket market = clearing.clear(parameters(mfg, 0.04), Monitor.NONE);
        if (!market.isCleared()) {
            throw new IllegalStateException(market.message());
        }
        double rate = market.parameters().real("interest-rate");

        double[] rates = {0.01, 0.015, 0.02, 0.025, 0.03, 0.034, 0.038, 0.041, 0.043, 0.045, rate, 0.0465};
        double[] supply = new double[rates.length];
        double[] demand = new double[rates.length];
        Market capital = economy.market().orElseThrow();
        for (int k = 0; k < rates.length; k++) {
            Parameters at = parameters(mfg, rates[k]);
            DiscreteGame game = mfg.discretize(economy.create(at), NODES, 1);
            CrossSection crowd = CrossSection.last(game, solver.solve(game));
            supply[k] = crowd.aggregate(capital.aggregates(at).get(0));
            demand[k] = supply[k] - capital.excess(at, crowd)[0];
        }
        new StudyFigures(out)
                .market(
                        "market",
                        new MarketDiagram("interest rate r", "capital K", rates, supply, rates, demand, rate));

        Statistics statistics = economy.statistics(market.parameters(), market.game(), market.equilibrium());
        Map<String, double[]> policies = new LinkedHashMap<>();
        economy.policies(market.parameters())
                .forEach(p -> policies.put(p.name(), market.crowd().values(p)));
        Figures.write(out, market.game(), market.equilibrium(), Figure.STATIONARY);
        new StudyFigures(out).functions("policies", market.equilibrium(), policies);
        new StudyFigures(out).lorenz("lorenz", statistics.lorenz().orElseThrow());
        System.out.printf("r = %.9f%n", rate);
        statistics.numbers().forEach((name, value) -> System.out.printf("%s: %.5f%n", name, value));
        return new double[] {rate, statistics.numbers().getOrDefault("mean mpc", Double.NaN)};
    }

    private static Parameters parameters(Mfg mfg, double rate) {
        return mfg.games().parameters("aiyagari", Map.of("min-wealth", -0.8, "max-wealth", 20, "interest-rate", rate));
    }
}
