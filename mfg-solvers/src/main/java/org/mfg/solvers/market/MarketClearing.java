package org.mfg.solvers.market;

import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.market.ClearedMarket.Trial;

/**
 * Finds the price at which a market clears: a root of excess supply between the market's lowest and highest price, by a bracketing
 * Brent method of higher order (Apache Commons Math, after Brent 1973). Each evaluation is an equilibrium of the game at that price,
 * sought from the nearest one known, and where that fails from the solver's own start. A price without an equilibrium does not end the
 * search: the root is sought on its near side, then beyond it.
 */
public final class MarketClearing {
    private static final int ORDER = 5;

    /** Excess supply that is still this part of the largest seen jumps over 0: nothing continuous is so steep. */
    private static final double JUMP = 1e-4;

    /** The search ends at an excess supply of this part of what a price wrong by the tolerance makes, if it is linear between the bracket's ends. */
    private static final double NEGLIGIBLE = 1e-3;

    /** A start is at least this part of the range away. */
    private static final double LEAST_DISTANCE = 1e-4;

    private final GameProvider provider;
    private final Market market;
    private final Function<MeanFieldGame, DiscreteGame> discretize;
    private final EquilibriumSolver solver;
    private final double tolerance;

    /**
     * @param provider makes the game; it has a market
     * @param discretize puts a game on its grid
     * @param solver solves it at each price, to a tolerance that is small against the one of the price
     * @param tolerance how far from the root the price may be, > 0
     * @throws InvalidInputException if the game has no market
     */
    public MarketClearing(
            GameProvider provider,
            Function<MeanFieldGame, DiscreteGame> discretize,
            EquilibriumSolver solver,
            double tolerance) {
        this.provider = provider;
        this.discretize = discretize;
        this.solver = solver;
        this.tolerance = tolerance;
        market = marketOf(provider);
    }

    /**
     * The market of a game.
     *
     * @throws InvalidInputException if it has none
     */
    public static Market marketOf(GameProvider provider) {
        return provider.market()
                .orElseThrow(() -> InvalidInputException.because(
                        "game", "game " + provider.name() + " has no market that could clear"));
    }

    /**
     * Finds the price. The search begins at the one among the parameters and goes to lower prices where too much is offered, to higher
     * ones where too little is, until what is too much becomes too little. The ends of the range are approached, not reached.
     *
     * @param monitor asked whether to stop, told of the iterations of every solve
     * @throws InvalidInputException if the game cannot be made for a reason besides the price, or at none that was tried
     */
    public ClearedMarket clear(Parameters parameters, Monitor monitor) {
        double lowest = market.lowest(parameters);
        double highest = market.highest(parameters);
        PriceTrials trials = new PriceTrials(
                provider, market, discretize, solver, parameters, monitor, LEAST_DISTANCE * (highest - lowest));
        try {
            Bracket bracket =
                    new PriceRange(market.price(), lowest, highest, trials).bracket(parameters.real(market.price()));
            return root(bracket, trials);
        } catch (PriceTrials.Over e) {
            return trials.failure(String.valueOf(e.getMessage()));
        }
    }

    private ClearedMarket root(Bracket bracket, PriceTrials trials) {
        Bracket b = bracket;
        while (b.width() > tolerance) {
            try {
                double price = brent(b, trials);
                return isContinuous(trials.at(price), trials)
                        ? trials.cleared(price)
                        : trials.failure(String.format(
                                Locale.ROOT,
                                "excess supply jumps over 0 at %s %s, where it is %.4g",
                                market.price(),
                                price,
                                trials.at(price).excessSupply()));
            } catch (Unsolved e) {
                Bracket around = b.around(e.trial, trials);
                if (!(around.width() < b.width())) {
                    break;
                }
                b = around;
            }
        }
        Trial best = b.best();
        return best.excessSupply() == 0
                ? trials.cleared(best.price())
                : trials.failure(String.format(
                        Locale.ROOT,
                        "no equilibrium at prices between %s %s and %s, where excess supply is %.4g and %.4g",
                        market.price(),
                        b.low().price(),
                        b.high().price(),
                        b.low().excessSupply(),
                        b.high().excessSupply()));
    }

    private double brent(Bracket b, PriceTrials trials) {
        double slope = Math.abs(b.high().excessSupply() - b.low().excessSupply()) / b.width();
        double negligible = NEGLIGIBLE * tolerance * slope;
        return new BracketingNthOrderBrentSolver(0, tolerance, 0, ORDER)
                .solve(
                        PriceTrials.MAX_TRIALS + 1,
                        price -> {
                            Trial trial = trials.at(price);
                            if (!trial.isSolved()) {
                                throw new Unsolved(trial);
                            }
                            return Math.abs(trial.excessSupply()) <= negligible ? 0 : trial.excessSupply();
                        },
                        b.low().price(),
                        b.high().price(),
                        b.secant());
    }

    private static boolean isContinuous(Trial root, PriceTrials trials) {
        double largest = trials.all().stream()
                .filter(Trial::isSolved)
                .mapToDouble(trial -> Math.abs(trial.excessSupply()))
                .max()
                .orElse(0);
        return Math.abs(root.excessSupply()) <= JUMP * largest;
    }

    /** Leaves Brent's method at a price without an equilibrium. */
    private static final class Unsolved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Trial trial;

        Unsolved(Trial trial) {
            super(null, null, false, false);
            this.trial = trial;
        }
    }
}
