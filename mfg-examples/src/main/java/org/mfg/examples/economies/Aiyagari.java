package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
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
 * comes near the rate of time preference ρ = 0.05, and crosses it below.
 */
public final class Aiyagari {
    private static final int NODES = 250;

    private Aiyagari() {}

    /** Takes the folder to write to, out/aiyagari if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/aiyagari"));
    }

    /** Writes the figures; returns the interest rate. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        GameProvider economy = mfg.games().provider("aiyagari");
        EquilibriumSolver solver = mfg.solver("newton", Map.of("tolerance", 1e-12));

        MarketClearing clearing = new MarketClearing(economy, game -> mfg.discretize(game, NODES, 1), solver, 1e-11);
        ClearedMarket market = clearing.clear(parameters(mfg, 0.04), Monitor.NONE);
        double rate = market.parameters().real("interest-rate");

        double[] rates = {0.01, 0.015, 0.02, 0.025, 0.03, 0.034, 0.038, 0.041, 0.043, 0.045, 0.0465};
        double[] supply = new double[rates.length];
        double[] demand = new double[rates.length];
        Market capital = economy.market().orElseThrow();
        for (int k = 0; k < rates.length; k++) {
            Parameters at = parameters(mfg, rates[k]);
            Equilibrium e = solver.solve(mfg.discretize(economy.create(at), NODES, 1));
            supply[k] = capital.quantities(at, e).get("capital");
            demand[k] = supply[k] - capital.excessSupply(at, e);
        }
        StudyFigures.lines(
                out,
                "market",
                "interest rate r",
                "capital K",
                List.of(Curve.data("supply", rates, supply), Curve.data("demand", rates, demand)));
        Figures.write(out, market.game(), market.equilibrium(), Figure.STATIONARY);
        System.out.printf("r = %.9f%s%n", rate, market.message());
        capital.quantities(market.parameters(), market.equilibrium())
                .forEach((name, value) -> System.out.printf("%s: %.5f%n", name, value));
        return new double[] {rate};
    }

    private static Parameters parameters(Mfg mfg, double rate) {
        return mfg.games().parameters("aiyagari", Map.of("min-wealth", -0.8, "max-wealth", 20, "interest-rate", rate));
    }
}
