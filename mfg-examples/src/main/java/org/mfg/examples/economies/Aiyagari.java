package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.CrossSection;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.output.figure.Curve;
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
 * little now are a little poorer (wealth).
 */
public final class Aiyagari {
    private static final int NODES = 250;

    /** The axis goes to 20, where nobody is; the figure to this wealth. */
    private static final double RICHEST = 2.5;

    private Aiyagari() {}

    /** Takes the folder to write to, out/gallery/aiyagari if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/aiyagari"));
    }

    /** Writes the figures; returns the interest rate. */
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

        double[] rates = {0.01, 0.015, 0.02, 0.025, 0.03, 0.034, 0.038, 0.041, 0.043, 0.045, 0.0465};
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
        StudyFigures.lines(
                out,
                "market",
                "interest rate r",
                "capital K",
                List.of(Curve.data("supply", rates, supply), Curve.data("demand", rates, demand)));
        StudyFigures.lines(out, "wealth", "wealth a", "density", wealth(market.equilibrium()));
        System.out.printf("r = %.9f%n", rate);
        capital.quantities(market.parameters(), market.crowd())
                .forEach((name, value) -> System.out.printf("%s: %.5f%n", name, value));
        return new double[] {rate};
    }

    /** The densities of those with low and with high earnings, as far as there are any. */
    private static List<Curve> wealth(Equilibrium e) {
        double[] a = e.grid().coordinates(0);
        int shown = 1;
        while (a[shown] < RICHEST) {
            shown++;
        }
        double[][] m = new double[2][shown];
        for (int i = 0; i < e.grid().size(); i++) {
            if (e.grid().index(i, 0) < shown) {
                m[e.grid().index(i, 1)][e.grid().index(i, 0)] = e.m()[e.grid().size() + i];
            }
        }
        double[] x = Arrays.copyOf(a, shown);
        return List.of(Curve.data("low earnings", x, m[0]), Curve.data("high earnings", x, m[1]));
    }

    private static Parameters parameters(Mfg mfg, double rate) {
        return mfg.games().parameters("aiyagari", Map.of("min-wealth", -0.8, "max-wealth", 20, "interest-rate", rate));
    }
}
