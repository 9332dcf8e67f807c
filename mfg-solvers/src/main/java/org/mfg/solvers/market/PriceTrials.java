package org.mfg.solvers.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.market.ClearedMarket.Trial;

/** The game of a market at some prices after others, each solved once. */
final class PriceTrials {
    static final int MAX_TRIALS = 200;

    private final GameProvider provider;
    private final Market market;
    private final Function<MeanFieldGame, DiscreteGame> discretize;
    private final EquilibriumSolver solver;
    private final Parameters parameters;
    private final Monitor monitor;
    private final List<PriceInterval> ranges;
    private final NearStarts starts;
    private final Map<List<Double>, Trial> byPrices = new HashMap<>();
    private final Map<List<Double>, Solved> solved = new HashMap<>();
    private final List<Trial> trials = new ArrayList<>();
    private @Nullable Solved last;

    /**
     * A game that was solved, or is not.
     *
     * @param parameters with its prices
     */
    record Solved(Parameters parameters, DiscreteGame game, Equilibrium equilibrium, Trial trial) {}

    /** Ends a search that was cancelled, or that tried too many prices. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * @param leastDistance how far from prices their start must be, as a part of the ranges: a nearer one might be accepted as it is, so that its error, and not that
     *     of its own solve, would be in the excess supply
     */
    PriceTrials(
            GameProvider provider,
            Market market,
            Function<MeanFieldGame, DiscreteGame> discretize,
            EquilibriumSolver solver,
            Parameters parameters,
            Monitor monitor,
            List<PriceInterval> ranges,
            double leastDistance) {
        this.provider = provider;
        this.market = market;
        this.discretize = discretize;
        this.solver = solver;
        this.parameters = parameters;
        this.monitor = monitor;
        this.ranges = ranges;
        starts = new NearStarts(ranges, leastDistance);
    }

    /** The game at prices: from the nearest equilibrium, and where that fails from the solver's own start. */
    Trial at(double... prices) {
        List<Double> key = Arrays.stream(prices).boxed().toList();
        Trial known = byPrices.get(key);
        if (known != null) {
            return known;
        }
        if (trials.size() == MAX_TRIALS) {
            throw new Over("the market did not clear after " + MAX_TRIALS + " prices");
        }
        Trial trial = solve(key);
        byPrices.put(key, trial);
        trials.add(trial);
        return trial;
    }

    private Trial solve(List<Double> prices) {
        Parameters values = parameters;
        for (int k = 0; k < prices.size(); k++) {
            values = values.with(ranges.get(k).name(), prices.get(k));
        }
        DiscreteGame game;
        try {
            game = discretize.apply(provider.create(values));
        } catch (InvalidInputException e) {
            if (!market.prices().contains(e.field())) {
                throw e;
            }
            return failed(prices, String.valueOf(e.getMessage()));
        }
        Guess start = starts.to(prices);
        Equilibrium found = solver.solve(game, start, monitor);
        if (start != null && !found.isConverged() && found.status() != Status.CANCELLED) {
            found = solver.solve(game, null, monitor);
        }
        Trial trial;
        if (found.isConverged()) {
            double[] aggregates = market.count(values, CrossSection.last(game, found));
            List<Double> excess =
                    Arrays.stream(market.excess(values, aggregates)).boxed().toList();
            trial = excess.stream().allMatch(Double::isFinite)
                    ? new Trial(prices, Arrays.stream(aggregates).boxed().toList(), excess, "")
                    : failed(prices, "excess supply is " + excess);
        } else {
            trial = failed(prices, found.status() + ": " + found.message());
        }
        last = new Solved(values, game, found, trial);
        if (trial.isSolved()) {
            solved.put(prices, last);
            starts.add(prices, found);
        }
        if (found.status() == Status.CANCELLED) {
            throw new Over("cancelled at " + inWords(prices));
        }
        return trial;
    }

    private static Trial failed(List<Double> prices, String why) {
        return new Trial(prices, List.of(), List.of(), why);
    }

    /** Prices with their names. */
    String inWords(List<Double> prices) {
        return IntStream.range(0, prices.size())
                .mapToObj(k -> ranges.get(k).name() + " " + prices.get(k))
                .collect(Collectors.joining(", "));
    }

    Collection<Trial> all() {
        return trials;
    }

    /** The outcome at prices that were solved. */
    ClearedMarket cleared(Trial trial) {
        return outcome(Objects.requireNonNull(solved.get(trial.prices())), "");
    }

    /** The outcome of a search without success, with the game that was tried last. */
    ClearedMarket failure(String message) {
        if (last == null) {
            throw InvalidInputException.because(ranges.get(0).name(), message);
        }
        return outcome(last, message);
    }

    private ClearedMarket outcome(Solved s, String message) {
        return new ClearedMarket(
                s.parameters(), s.game(), s.equilibrium(), s.trial().excess(), trials, message);
    }
}
