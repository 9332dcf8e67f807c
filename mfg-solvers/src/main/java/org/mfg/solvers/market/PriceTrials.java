package org.mfg.solvers.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/** The game of a market at one price after another, each solved once. */
final class PriceTrials {
    static final int MAX_TRIALS = 200;

    private final GameProvider provider;
    private final Market market;
    private final Function<MeanFieldGame, DiscreteGame> discretize;
    private final EquilibriumSolver solver;
    private final Parameters parameters;
    private final Monitor monitor;
    private final double leastDistance;
    private final TreeMap<Double, Solved> solved = new TreeMap<>();
    private final Map<Double, ClearedMarket.Trial> byPrice = new TreeMap<>();
    private final List<ClearedMarket.Trial> trials = new ArrayList<>();
    private @Nullable Solved last;

    /**
     * A game that was solved, or is not.
     *
     * @param parameters with its price
     */
    record Solved(Parameters parameters, DiscreteGame game, Equilibrium equilibrium, ClearedMarket.Trial trial) {}

    /** Ends a search that was cancelled, or that tried too many prices. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * @param leastDistance how far from a price its start must be: a nearer one might be accepted as it is, so that its error, and not that
     *     of its own solve, would be in the excess supply
     */
    PriceTrials(
            GameProvider provider,
            Market market,
            Function<MeanFieldGame, DiscreteGame> discretize,
            EquilibriumSolver solver,
            Parameters parameters,
            Monitor monitor,
            double leastDistance) {
        this.provider = provider;
        this.market = market;
        this.discretize = discretize;
        this.solver = solver;
        this.parameters = parameters;
        this.monitor = monitor;
        this.leastDistance = leastDistance;
    }

    /** The game at a price: from the nearest equilibrium, and where that fails from the solver's own start. */
    ClearedMarket.Trial at(double price) {
        ClearedMarket.Trial known = byPrice.get(price);
        if (known != null) {
            return known;
        }
        if (trials.size() == MAX_TRIALS) {
            throw new Over("the market did not clear after " + MAX_TRIALS + " prices");
        }
        ClearedMarket.Trial trial = solve(price);
        byPrice.put(price, trial);
        trials.add(trial);
        return trial;
    }

    private ClearedMarket.Trial solve(double price) {
        Parameters values = parameters.with(market.price(), price);
        DiscreteGame game;
        try {
            game = discretize.apply(provider.create(values));
        } catch (InvalidInputException e) {
            if (!e.field().equals(market.price())) {
                throw e;
            }
            return failed(price, String.valueOf(e.getMessage()));
        }
        Guess start = start(game, price);
        Equilibrium found = solver.solve(game, start, monitor);
        if (start != null && !game.game().isCoupled()) {
            found = found.withHistory(found.message(), afterABestResponse(found.history()));
        }
        if (start != null && !found.isConverged() && found.status() != Status.CANCELLED) {
            found = solver.solve(game, null, monitor);
        }
        ClearedMarket.Trial trial;
        if (found.isConverged()) {
            double excess = market.excessSupply(values, found);
            trial = Double.isFinite(excess)
                    ? new ClearedMarket.Trial(price, excess, "")
                    : failed(price, "excess supply is " + excess);
        } else {
            trial = failed(price, found.status() + ": " + found.message());
        }
        last = new Solved(values, game, found, trial);
        if (trial.isSolved()) {
            solved.put(price, last);
        }
        if (found.status() == Status.CANCELLED) {
            throw new Over("cancelled at " + market.price() + " " + price);
        }
        return trial;
    }

    private static ClearedMarket.Trial failed(double price, String why) {
        return new ClearedMarket.Trial(price, Double.NaN, why);
    }

    /** The nearest equilibrium; where nobody feels the crowd with the best response at this price, which is that of its equilibrium. */
    private @Nullable Guess start(DiscreteGame game, double price) {
        Guess near = nearest(price);
        if (near == null || game.game().isCoupled()) {
            return near;
        }
        double[] best = near.u().clone();
        try {
            game.backward(near.m(), best);
        } catch (NumericalFailureException e) {
            return null;
        }
        return new Guess(best, near.m());
    }

    /** The history of a solve that began with a best response to another's: an iteration and a sweep more. */
    private static List<Iteration> afterABestResponse(List<Iteration> history) {
        List<Iteration> counted = new ArrayList<>();
        for (Iteration i : history) {
            counted.add(new Iteration(
                    i.index() + 1,
                    i.hjbResidual(),
                    i.fpResidual(),
                    i.defect(),
                    i.exploitability(),
                    i.massDrift(),
                    i.minDensity(),
                    i.step(),
                    counted.isEmpty() ? 1 : i.sweeps(),
                    i.seconds()));
        }
        return counted;
    }

    private @Nullable Guess nearest(double price) {
        Map.Entry<Double, Solved> below = solved.floorEntry(price - leastDistance);
        Map.Entry<Double, Solved> above = solved.ceilingEntry(price + leastDistance);
        if (below == null && above == null) {
            return null;
        }
        boolean isBelow = above == null || (below != null && price - below.getKey() <= above.getKey() - price);
        Equilibrium e = (isBelow ? below : above).getValue().equilibrium();
        return new Guess(e.u(), e.m());
    }

    Collection<ClearedMarket.Trial> all() {
        return trials;
    }

    /** The outcome at a price that was solved. */
    ClearedMarket cleared(double price) {
        return outcome(Objects.requireNonNull(solved.get(price)), "");
    }

    /** The outcome of a search without success, with the game that was tried last. */
    ClearedMarket failure(String message) {
        if (last == null) {
            throw InvalidInputException.because(market.price(), message);
        }
        return outcome(last, message);
    }

    private ClearedMarket outcome(Solved s, String message) {
        return new ClearedMarket(
                s.parameters(), s.game(), s.equilibrium(), s.trial().excessSupply(), trials, message);
    }
}
