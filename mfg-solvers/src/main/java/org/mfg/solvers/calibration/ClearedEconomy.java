package org.mfg.solvers.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;
import org.mfg.solvers.sensitivity.ClearedTangent;
import org.mfg.solvers.sensitivity.MarketResponse;
import org.mfg.solvers.sensitivity.Sensitivity;

/** Equilibria of an economy at the prices that clear its market, which move with the free parameters: each is sought from the prices before. */
public final class ClearedEconomy implements EquilibriaOfParameters {
    private final GameProvider provider;
    private final Market market;
    private final Function<MeanFieldGame, DiscreteGame> discretize;
    private final EquilibriumSolver solver;
    private final double tolerance;
    private final List<String> names;
    private Parameters last;

    /**
     * @param provider makes the game; it has a market
     * @param discretize puts a game on its grid
     * @param solver solves it at each price, to a tolerance that is small against the one of prices
     * @param tolerance how far from the root a price may be, > 0
     * @param parameters those that are not free, and the prices where the search begins
     * @param names the free ones, none of them a price
     * @throws org.mfg.api.InvalidInputException if the game has no market
     */
    public ClearedEconomy(
            GameProvider provider,
            Function<MeanFieldGame, DiscreteGame> discretize,
            EquilibriumSolver solver,
            double tolerance,
            Parameters parameters,
            List<String> names) {
        this.provider = provider;
        this.discretize = discretize;
        this.solver = solver;
        this.tolerance = tolerance;
        this.names = List.copyOf(names);
        market = MarketClearing.marketOf(provider);
        last = parameters;
    }

    /** The names of {@link Prediction#ofMarket}, prices and what a market counts, for data: with a - where they have a space. */
    public static List<String> numbers(Market market, Parameters parameters) {
        List<String> all = new ArrayList<>(market.prices());
        market.aggregates(parameters).stream().map(AgentQuantity::name).forEach(all::add);
        return all.stream().map(name -> name.replace(' ', '-')).toList();
    }

    @Override
    public Found at(double[] values, Monitor monitor) {
        return cleared(values, discretize, monitor);
    }

    private Found cleared(double[] values, Function<MeanFieldGame, DiscreteGame> onGrid, Monitor monitor) {
        ClearedMarket found =
                new MarketClearing(provider, onGrid, solver, tolerance).clear(parameters(values), monitor);
        if (!found.isCleared()) {
            throw new NumericalFailureException(found.message());
        }
        last = found.parameters();
        DoubleStream prices = market.prices().stream().mapToDouble(last::real);
        DoubleStream counted = DoubleStream.of(market.count(last, found.crowd()));
        return new Found(
                found.game(),
                found.equilibrium(),
                DoubleStream.concat(prices, counted).toArray());
    }

    /** All parameters with these values of the free ones, checked. */
    private Parameters parameters(double[] values) {
        Parameters changed = last;
        for (int k = 0; k < values.length; k++) {
            changed = changed.with(names.get(k), values[k]);
        }
        return Parameters.of("game " + provider.name(), provider.parameters(), changed.asMap());
    }

    @Override
    public List<ClearedTangent> tangents(Found found, double[] values) {
        Parameters cleared = parameters(values);
        for (int k = 0; k < market.prices().size(); k++) {
            cleared = cleared.with(market.prices().get(k), found.ofMarket()[k]);
        }
        MarketResponse response = new MarketResponse(
                Sensitivity.of(found.game(), found.equilibrium()),
                found.equilibrium(),
                market,
                cleared,
                near -> discretize.apply(provider.create(
                        Parameters.of("game " + provider.name(), provider.parameters(), near.asMap()))));
        return names.stream().map(response::tangent).toList();
    }

    /** With prices of its own. */
    @Override
    public Found onCoarser(DiscreteGame coarser, Found found, double[] values, Monitor monitor) {
        return cleared(
                values, game -> coarser.discretization().discretize(game, coarser.grid(), coarser.time()), monitor);
    }
}
