package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.market.MarketClearing;

/**
 * Finds how an economy moves from a steady state when parameters begin to move, which agents foresee from then on (an MIT shock), to the same steady state or the one at the parameters'
 * limits. Prices π of all time steps are found by a quasi-Newton method,
 *
 * <pre>
 *   π⁰ = π* - J⁻¹ (J_θ dθ + what the first crowd leaves too much of),     π ← π - α B⁻¹ E(π),
 * </pre>
 *
 * <p>J being the Jacobian of all excesses at the steady state after ({@link FakeNews}), whose inverse is that of every iteration, corrected by {@link Broyden}'s updates; α is the first of 1, 1/2, 1/4, ... that brings B⁻¹E
 * down. Each iteration takes a backward and a forward sweep, where nobody feels the crowd.
 */
public final class TransitionSolver {
    private final DiscreteEconomy economy;
    private final double priceTolerance;
    private final double tolerance;

    /**
     * @param priceTolerance how far from their roots the prices of steady states may be
     * @param tolerance the largest excess at a level, as a part of the largest aggregate where that is above 1
     */
    public TransitionSolver(DiscreteEconomy economy, double priceTolerance, double tolerance) {
        this.economy = economy;
        this.priceTolerance = priceTolerance;
        this.tolerance = tolerance;
    }

    /**
     * The path on which markets clear at all times.
     *
     * @param parameters before; prices among them are where the search for the steady state begins
     * @param shocks none of them of a price, and each of another parameter
     * @param time the time levels
     * @param monitor asked whether to stop
     * @throws InvalidInputException if the game has no market, or a shock is not of the game, not at rest by the end, or leaves no game at a time
     * @throws NoPath if there is no steady state, or no solution at the first prices
     */
    public Transition clear(Parameters parameters, List<Shock> shocks, TimeGrid time, Monitor monitor) {
        Market market = MarketClearing.marketOf(economy.provider());
        for (Shock shock : shocks) {
            if (market.prices().contains(shock.parameter())) {
                throw InvalidInputException.because(
                        shock.parameter(), shock.parameter() + " must not be shocked: the market sets it");
            }
        }
        check(parameters, shocks, time);
        SteadyState start = economy.cleared(parameters, priceTolerance, monitor);
        SteadyState end = after(start, shocks, limit -> economy.cleared(limit, priceTolerance, monitor));
        Scenario scenario = new Scenario(economy, start, end, shocks, time);
        long begun = System.nanoTime();
        FirstOrder first = new FirstOrder(scenario);
        PathSystem system = new PathSystem(scenario, monitor);
        double[] resting = scenario.prices(scenario.exogenous());
        double[] change = first.prices();
        PathSearch search = new PathSearch(system, new Broyden(first::solve, scenario.scales()), tolerance, monitor);
        PathSearch.End found = search.run(resting, change, scenario.restingValue());
        String message = found.status() == Status.CONVERGED
                ? "Every market clears at every time to " + tolerance + "."
                : "The largest excess is still " + found.trial().largest() + ".";
        Equilibrium equilibrium =
                found.trial().equilibrium(found.attempts().size() - 1, begun, found.status(), message);
        return transition(
                scenario,
                system,
                found.trial(),
                equilibrium,
                found.attempts(),
                Optional.of(first.response(PathSearch.moved(resting, change, 1))));
    }

    /**
     * The path at the prices among the parameters, which stay, or of a game without a market: partial equilibrium.
     *
     * @throws InvalidInputException as {@link #clear}; shocks may be of prices too
     * @throws NoPath as {@link #clear}
     */
    public Transition atGivenPrices(Parameters parameters, List<Shock> shocks, TimeGrid time, Monitor monitor) {
        check(parameters, shocks, time);
        SteadyState start = economy.at(parameters, monitor);
        SteadyState end = after(start, shocks, limit -> economy.at(limit, monitor));
        Scenario scenario = new Scenario(economy, start, end, shocks, time);
        long begun = System.nanoTime();
        PathSystem system = new PathSystem(scenario, monitor);
        PathTrial trial = system.at(scenario.prices(scenario.exogenous()), scenario.restingValue());
        Equilibrium equilibrium = trial.equilibrium(0, begun, Status.CONVERGED, "Prices are given.");
        return transition(scenario, system, trial, equilibrium, List.of(), Optional.empty());
    }

    /** The steady state where shocks come to rest; errors tell where that is, as they may be about prices that were tried there. */
    private static SteadyState after(SteadyState start, List<Shock> shocks, Function<Parameters, SteadyState> steady) {
        if (Scenario.isReturn(start, shocks)) {
            return start;
        }
        String where = "after the shock, where " + Scenario.inWords(shocks, Shock::limit);
        try {
            return steady.apply(Scenario.limit(start.parameters(), shocks));
        } catch (InvalidInputException e) {
            throw e.at(where);
        } catch (NoPath e) {
            throw new NoPath(e.status(), e.getMessage() + " (" + where + ")");
        }
    }

    private void check(Parameters parameters, List<Shock> shocks, TimeGrid time) {
        MeanFieldGame game = economy.game(parameters);
        if (!game.isStationary()) {
            throw InvalidInputException.because(
                    "game", "game " + game.name() + " must be stationary to have a path: it has a horizon");
        }
        Set<String> names = new HashSet<>();
        for (Shock shock : shocks) {
            shock.check(parameters.real(shock.parameter()), time.horizon());
            if (!names.add(shock.parameter())) {
                throw InvalidInputException.because(
                        shock.parameter(), shock.parameter() + " must be shocked once, not by two paths");
            }
            double first = shock.at(time.time(1));
            if (movesDomain(game, parameters.with(shock.parameter(), first))) {
                throw InvalidInputException.because(
                        shock.parameter(),
                        shock.parameter() + " must not be shocked: the places or the states of the game depend on it");
            }
        }
    }

    /** Whether other parameters give another domain; no, if there is no game at these, of which the solve tells why. */
    private boolean movesDomain(MeanFieldGame game, Parameters other) {
        try {
            return !economy.game(other).domain().equals(game.domain());
        } catch (InvalidInputException e) {
            return false;
        }
    }

    private static Transition transition(
            Scenario scenario,
            PathSystem system,
            PathTrial trial,
            Equilibrium equilibrium,
            List<Transition.Attempt> attempts,
            Optional<LinearResponse> linear) {
        List<Parameters> parameters = new ArrayList<>();
        for (int j = 0; j < scenario.time().steps(); j++) {
            parameters.add(system.at(trial.prices(), j));
        }
        return new Transition(
                scenario.economy(),
                scenario.start(),
                scenario.end(),
                parameters,
                trial.game(),
                equilibrium,
                attempts,
                linear);
    }
}
