package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/**
 * How what is given of a path moves: where it begins and ends, and its parameters.
 *
 * @param start how the steady state before moves
 * @param end how that after moves
 * @param steps by how much parameters move in each step, prices among them; those that stay are not in it
 */
record PathMove(SteadyMove start, SteadyMove end, Map<String, double[]> steps) {

    /** Prices alone, by price and step. */
    static PathMove ofPrices(Transition path, double[] prices) {
        return new PathMove(SteadyMove.none(path.start()), SteadyMove.none(path.end()), Map.of())
                .with(path.market(), prices);
    }

    /** This and a change of prices, by price and step, which have not moved. */
    PathMove with(Market market, double[] prices) {
        Map<String, double[]> all = new LinkedHashMap<>(steps);
        List<String> names = market.prices();
        int length = prices.length / names.size();
        for (int k = 0; k < names.size(); k++) {
            double[] price = new double[length];
            System.arraycopy(prices, k * length, price, 0, length);
            all.put(names.get(k), price);
        }
        return new PathMove(start, end, all);
    }

    /** The largest change of a parameter, in units of its size. */
    double size(Transition path) {
        double[] largest = {Double.MIN_NORMAL};
        Parameters rest = path.end().parameters();
        steps.forEach((name, changes) -> {
            double unit = Math.max(Math.abs(rest.real(name)), MarketSlopes.scale(path.market(), rest, name));
            for (double change : changes) {
                largest[0] = Math.max(largest[0], Math.abs(change) / unit);
            }
        });
        return largest[0];
    }

    /**
     * The path at a part of the way, its fields moved along a change of them.
     *
     * @throws org.mfg.api.InvalidInputException if there is no game at a time
     */
    Transition of(Transition path, double part, double[] du, double[] dm) {
        SteadyState before = start.of(path.start(), path.economy(), part);
        SteadyState after = end.of(path.end(), path.economy(), part);
        List<Parameters> values = at(path.parameters(), part);
        List<MeanFieldGame> levels = values.stream().map(path.economy()::game).toList();
        DiscreteEconomy economy = path.economy().on(levels.get(0).domain());
        DiscreteGame game = economy.discrete(PathGame.of(path.time(), levels, before, after), path.time());
        Equilibrium moved = SteadyMove.along(path.equilibrium(), game, du, dm, part);
        return new Transition(economy, before, after, values, game, moved, path.iterations(), path.linear());
    }

    private List<Parameters> at(List<Parameters> path, double part) {
        List<Parameters> moved = new ArrayList<>();
        for (int j = 0; j < path.size(); j++) {
            Parameters rest = path.get(j);
            Parameters values = rest;
            for (Map.Entry<String, double[]> change : steps.entrySet()) {
                values = values.with(change.getKey(), rest.real(change.getKey()) + part * change.getValue()[j]);
            }
            moved.add(values);
        }
        return moved;
    }
}
