package org.mfg.solvers.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/**
 * Finds the price at which a market clears: a root of excess supply between the market's lowest and highest price, by a bracketing
 * Brent method of higher order (Apache Commons Math, after Brent 1973). Each evaluation is an equilibrium of the game at that price,
 * sought from the one before.
 */
public final class MarketClearing {
    private static final int MAX_TRIALS = 100;
    private static final int ORDER = 5;

    /** Of the way to the end of the range. */
    private static final double FIRST_STEP = 1.0 / 16;

    /** Of the range: the search for a change of sign ends so near the end. */
    private static final double CLOSE = 1e-3;

    private final GameProvider provider;
    private final Market market;
    private final Function<MeanFieldGame, DiscreteGame> discretize;
    private final EquilibriumSolver solver;
    private final double tolerance;

    /**
     * @param provider makes the game; it has a market
     * @param discretize puts a game on its grid
     * @param solver solves it at each price
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
        market = provider.market()
                .orElseThrow(() -> InvalidInputException.because(
                        "game", "game " + provider.name() + " has no market that could clear"));
    }

    /**
     * Finds the price. The search begins at the one among the parameters and goes to lower prices where too much is offered, to higher
     * ones where too little is, until what is too much becomes too little. The ends of the range are approached, not reached.
     *
     * @param monitor asked whether to stop, told of the iterations of every solve
     */
    public ClearedMarket clear(Parameters parameters, Monitor monitor) {
        Search search = new Search(parameters, monitor);
        double lowest = market.lowest(parameters);
        double highest = market.highest(parameters);
        double near = Math.min(Math.max(parameters.real(market.price()), lowest), highest);
        try {
            double excess = search.excess(near);
            double end = excess > 0 ? lowest : highest;
            double far = near;
            double nearEnough = CLOSE * (highest - lowest);
            for (double step = FIRST_STEP * (end - near); search.excess(far) * excess > 0; step *= 2) {
                if (Math.abs(end - far) <= nearEnough) {
                    return search.result(String.format(
                            Locale.ROOT,
                            "no %s from %s to nearly %s clears the market: excess supply is still %.4g",
                            market.price(),
                            parameters.real(market.price()),
                            end,
                            search.excess(far)));
                }
                near = far;
                far = near + Math.copySign(Math.min(Math.abs(step), 0.5 * Math.abs(end - near)), step);
            }
            double price = near == far ? near : root(search, Math.min(near, far), Math.max(near, far));
            search.excess(price);
            return search.result("");
        } catch (NoEquilibrium e) {
            return search.result("no equilibrium at " + market.price() + " " + e.price + " (" + e.found.status() + "): "
                    + e.found.message());
        } catch (TooManyEvaluationsException e) {
            return search.result("the market did not clear after " + MAX_TRIALS + " prices");
        }
    }

    private double root(Search search, double low, double high) {
        return new BracketingNthOrderBrentSolver(0, tolerance, 0, ORDER).solve(MAX_TRIALS, search::excess, low, high);
    }

    /** The game at one price after another. */
    private final class Search {
        private final Parameters parameters;
        private final Monitor monitor;
        private final TreeMap<Double, Double> known = new TreeMap<>();
        private final List<ClearedMarket.Trial> trials = new ArrayList<>();
        private Parameters at;
        private @Nullable DiscreteGame game;
        private @Nullable Equilibrium found;

        Search(Parameters parameters, Monitor monitor) {
            this.parameters = parameters;
            this.monitor = monitor;
            at = parameters;
        }

        double excess(double price) {
            Double before = known.get(price);
            if (before != null && at.real(market.price()) == price) {
                return before;
            }
            at = parameters.with(market.price(), price);
            game = discretize.apply(provider.create(at));
            Guess start = found == null ? null : new Guess(found.u(), found.m());
            found = solver.solve(game, start, monitor);
            if (!found.isConverged()) {
                throw new NoEquilibrium(price, found);
            }
            double excess = market.excessSupply(at, found);
            known.put(price, excess);
            trials.add(new ClearedMarket.Trial(price, excess));
            return excess;
        }

        ClearedMarket result(String message) {
            return new ClearedMarket(at, Objects.requireNonNull(game), Objects.requireNonNull(found), trials, message);
        }
    }

    /** Ends a search; has no use outside. */
    private static final class NoEquilibrium extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final double price;
        private final transient Equilibrium found;

        NoEquilibrium(double price, Equilibrium found) {
            super(null, null, false, false);
            this.price = price;
            this.found = found;
        }
    }
}
