package org.mfg.solvers.path;

import java.util.stream.IntStream;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

/**
 * A stationary game on a grid, with or without a market, and how to solve it.
 *
 * @param provider makes the game
 * @param scheme puts games on the grid
 * @param solver solves the stationary games, and what of a path is felt by its agents
 */
public record DiscreteEconomy(GameProvider provider, Discretization scheme, Grid grid, EquilibriumSolver solver) {
    Market market() {
        return provider.market().orElse(NoMarket.INSTANCE);
    }

    MeanFieldGame game(Parameters parameters) {
        return provider.create(parameters);
    }

    DiscreteGame discrete(MeanFieldGame game, TimeGrid time) {
        return scheme.discretize(game, grid, time);
    }

    private DiscreteGame stationary(MeanFieldGame game) {
        return discrete(game, game.timeGrid(1));
    }

    /**
     * The stationary game at parameters that are checked, on as many nodes of a domain that may be another one.
     *
     * @throws org.mfg.api.InvalidInputException if there is none
     */
    DiscreteGame stationary(Parameters parameters) {
        MeanFieldGame game = game(Parameters.of("game " + provider.name(), provider.parameters(), parameters.asMap()));
        return on(game.domain()).stationary(game);
    }

    /** The same on as many nodes of a domain. */
    DiscreteEconomy on(Domain domain) {
        if (domain.equals(grid.domain())) {
            return this;
        }
        int[] nodes = IntStream.range(0, grid.dimension()).map(grid::nodes).toArray();
        return new DiscreteEconomy(provider, scheme, Grid.of(domain, nodes), solver);
    }

    /** The steady state at the prices that clear the market. */
    SteadyState cleared(Parameters parameters, double tolerance, Monitor monitor) {
        ClearedMarket cleared =
                new MarketClearing(provider, this::stationary, solver, tolerance).clear(parameters, monitor);
        if (!cleared.isCleared()) {
            boolean isCancelled = monitor.isCancelled();
            throw new NoPath(isCancelled ? Status.CANCELLED : Status.STALLED, "no steady state: " + cleared.message());
        }
        return new SteadyState(cleared.parameters(), cleared.game(), cleared.equilibrium());
    }

    /** The steady state at given prices. */
    SteadyState at(Parameters parameters, Monitor monitor) {
        DiscreteGame discrete = stationary(game(parameters));
        Equilibrium equilibrium = solver.solve(discrete, null, monitor);
        if (!equilibrium.isConverged()) {
            throw new NoPath(equilibrium.status(), "no steady state: " + equilibrium.message());
        }
        return new SteadyState(parameters, discrete, equilibrium);
    }
}
