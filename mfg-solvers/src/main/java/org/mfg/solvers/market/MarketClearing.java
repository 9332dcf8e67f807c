package org.mfg.solvers.market;

import java.util.List;
import java.util.function.Function;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/**
 * Finds the prices at which markets clear: one by bracketing ({@link BracketSearch}), several by Newton's method ({@link NewtonSearch}), between the market's lowest and
 * highest prices. Each evaluation is an equilibrium of the game at given prices, sought from the nearest one known, and where that fails
 * from the solver's own start. Prices without an equilibrium do not end the search.
 */
public final class MarketClearing {
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
     * Finds the prices, from those among the parameters. One price goes lower where too much is offered, higher where too little is,
     * until what is too much becomes too little. The ends of the ranges are approached, not reached.
     *
     * @param monitor asked whether to stop, told of the iterations of every solve
     * @throws InvalidInputException if the game cannot be made for a reason besides prices, or at none that were tried
     */
    public ClearedMarket clear(Parameters parameters, Monitor monitor) {
        List<PriceInterval> ranges = market.prices().stream()
                .map(price ->
                        new PriceInterval(price, market.lowest(price, parameters), market.highest(price, parameters)))
                .toList();
        PriceTrials trials =
                new PriceTrials(provider, market, discretize, solver, parameters, monitor, ranges, LEAST_DISTANCE);
        try {
            if (ranges.size() > 1) {
                return new NewtonSearch(ranges, trials, tolerance).root(parameters);
            }
            PriceInterval range = ranges.get(0);
            Bracket bracket = new PriceRange(range, trials).bracket(parameters.real(range.name()));
            return new BracketSearch(range.name(), trials, tolerance).root(bracket);
        } catch (PriceTrials.Over e) {
            return trials.failure(String.valueOf(e.getMessage()));
        }
    }
}
