package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.States;
import org.mfg.api.spi.Parameters;
import org.mfg.models.economy.Economy;
import org.mfg.models.economy.Incomes;
import org.mfg.models.economy.Utility;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

/**
 * An economy with a utility of your own: two lines of Java, or a formula. Here one whose relative risk aversion falls from 2 for the poor to 1 for the rich,
 *
 * <pre>
 *   U(c) = log c - κ/c,   U'(c) = 1/c + κ/c²,   -c U''/U' = (c + 2κ)/(c + κ),   κ = 0.05,
 * </pre>
 *
 * <p>between log c and -1/c. Households earn 1 or 2, lend what they save to a firm, and cannot borrow (Aiyagari 1994). What to look at: at the interest rate that
 * clears the market, the poor save about as much as with γ = 2 and the rich nearer to log c (saving).
 */
public final class YourOwnUtility {
    private static final double KAPPA = 0.05;
    private static final int NODES = 250;

    /** The axis goes to 20, where nobody is; the figure to this wealth. */
    private static final double RICHEST = 1.5;

    private YourOwnUtility() {}

    /** The utility: what follows from U and U', such as the best consumption, is found by the framework. */
    private static final class FallingRiskAversion implements Utility {
        @Override
        public double value(double c) {
            return Math.log(c) - KAPPA / c;
        }

        @Override
        public double marginal(double c) {
            return 1 / c + KAPPA / (c * c);
        }
    }

    /** Takes the folder to write to, out/gallery/your-own-utility if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/your-own-utility"));
    }

    /** Writes the figure; returns the interest rate, and that of the same economy with a formula. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        double rate = rate(mfg, new FallingRiskAversion());
        List<Curve> saving = new ArrayList<>();
        saving.add(saving(mfg, "γ = 1", Utility.log(), rate));
        saving.add(saving(mfg, "γ falls from 2 to 1", new FallingRiskAversion(), rate));
        saving.add(saving(mfg, "γ = 2", Utility.crra(2), rate));
        new StudyFigures(out).lines("saving", "wealth a", "saving of those who earn little", saving);
        System.out.printf("r = %.9f%n", rate);
        return new double[] {rate, rate(mfg, Utility.formula("log(c) - 0.05/c"))};
    }

    private static Economy economy(Utility utility) {
        return Economy.builder("mine")
                .utility(utility)
                .discount(0.05)
                .incomes(Incomes.chain(States.two("low", "high", 1.0 / 3, 1.0 / 3), 1, 2))
                .wealth(0, 20, 1)
                .interestRate(0.04)
                .firm(0.1, 1.0 / 3, 0.05)
                .build();
    }

    /** The interest rate that clears the market for capital. */
    private static double rate(Mfg mfg, Utility utility) {
        Economy economy = economy(utility);
        MarketClearing clearing =
                new MarketClearing(economy, game -> mfg.discretize(game, NODES, 1), solver(mfg), 1e-11);
        ClearedMarket market = clearing.clear(Parameters.of("mine", economy.parameters(), Map.of()), Monitor.NONE);
        if (!market.isCleared()) {
            throw new IllegalStateException(market.message());
        }
        return market.parameters().real("interest-rate");
    }

    /** What those with low earnings save, as far as there are any. */
    private static Curve saving(Mfg mfg, String name, Utility utility, double rate) {
        Economy economy = economy(utility);
        Parameters at = Parameters.of("mine", economy.parameters(), Map.of("interest-rate", rate));
        DiscreteGame game = mfg.discretize(economy.create(at), NODES, 1);
        double[] values = CrossSection.last(game, solver(mfg).solve(game))
                .values(economy.policies(at).get(1));
        double[] wealth = game.grid().coordinates(0);
        int shown = (int) Arrays.stream(wealth).filter(a -> a <= RICHEST).count();
        double[] low = new double[shown];
        Arrays.setAll(low, i -> values[2 * i]);
        return Curve.data(name, Arrays.copyOf(wealth, shown), low);
    }

    private static EquilibriumSolver solver(Mfg mfg) {
        return mfg.solver("newton", Map.of("tolerance", 1e-12));
    }
}
