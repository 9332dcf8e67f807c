package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * Households that lend to each other (Huggett 1993; Achdou, Han, Lasry, Lions and Moll 2022, section 2). Wealth a >= -0.15, income z a chain of two
 * states, and the interest rate r at which all debts are somebody's wealth:
 *
 * <pre>
 *   ρ u_k = max_c c^(-1)/(-1) + u_k' (z_k + r a - c) + 1.2 (u_l - u_k),      Σ_k ∫ a m_k da = 0
 * </pre>
 *
 * <p>(u here is what a household gains.) Many households are at the borrowing limit or near it, where the density is steep: nodes crowd there,
 * a = a_min + 5.15 ξ³, and the rate is ten times nearer to the exact one than with even nodes. What to look at: the jump at the
 * limit, where a part of those with low income stays (wealth), and that a small change of the rate moves much wealth as r comes near ρ = 0.05 (supply).
 */
public final class Huggett {
    /** The axis goes to 5, where nobody is; the figure to this wealth. */
    private static final double RICHEST = 0.8;

    private static final Map<String, Object> GRADED = Map.of("grading", 3);

    private Huggett() {}

    /** Takes the folder to write to, out/gallery/huggett if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/huggett"));
    }

    /** Writes the figures; returns the interest rate. */
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
        StudyFigures.lines(
                out, "supply", "interest rate r", "wealth of all", List.of(Curve.data("wealth", rates, wealth)));
        StudyFigures.lines(out, "wealth", "wealth a", "share of all with at most a", shares(market.equilibrium()));
        System.out.printf("r = %.9f%n", rate);
        bonds.quantities(market.parameters(), market.crowd())
                .forEach((name, value) -> System.out.printf("%s: %.5f%n", name, value));
        return new double[] {rate};
    }

    /** The distribution functions of those with low and with high income: a point mass is a jump. */
    private static List<Curve> shares(Equilibrium e) {
        double[] a = e.grid().coordinates(0);
        double[][] share = new double[2][a.length];
        for (int i = 0; i < e.grid().size(); i++) {
            share[e.grid().index(i, 1)][e.grid().index(i, 0)] =
                    e.grid().weight(i) * e.m()[e.grid().size() + i];
        }
        int shown = (int) Arrays.stream(a).filter(wealth -> wealth <= RICHEST).count();
        List<Curve> curves = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            Arrays.parallelPrefix(share[k], Double::sum);
            curves.add(Curve.data(
                    k == 0 ? "low income" : "high income", Arrays.copyOf(a, shown), Arrays.copyOf(share[k], shown)));
        }
        return curves;
    }
}
