package org.mfg.solvers.path;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.sensitivity.ClearedTangent;

/**
 * How a steady state moves.
 *
 * @param parameters by how much, prices among them; those that stay are not in it
 * @param du of its value function, a field
 * @param dm of its density, a field
 */
record SteadyMove(Map<String, Double> parameters, double[] du, double[] dm) {

    static SteadyMove none(SteadyState steady) {
        int size = steady.game().size();
        return new SteadyMove(Map.of(), new double[size], new double[size]);
    }

    /** This and a change of a parameter, with the prices that a market answers. */
    SteadyMove plus(double change, String parameter, ClearedTangent tangent, Market market) {
        Map<String, Double> sum = new LinkedHashMap<>(parameters);
        sum.merge(parameter, change, Double::sum);
        for (int k = 0; k < tangent.prices().length; k++) {
            sum.merge(market.prices().get(k), change * tangent.prices()[k], Double::sum);
        }
        return new SteadyMove(
                sum, PathSearch.moved(du, tangent.du(), change), PathSearch.moved(dm, tangent.dm(), change));
    }

    /** The parameters at a part of the way. */
    Parameters at(Parameters rest, double part) {
        Parameters values = rest;
        for (Map.Entry<String, Double> change : parameters.entrySet()) {
            values = values.with(change.getKey(), rest.real(change.getKey()) + part * change.getValue());
        }
        return values;
    }

    /**
     * The steady state at a part of the way, to first order.
     *
     * @throws org.mfg.api.InvalidInputException if there is no game
     */
    SteadyState of(SteadyState rest, DiscreteEconomy economy, double part) {
        if (parameters.isEmpty()) {
            return rest;
        }
        Parameters values = at(rest.parameters(), part);
        DiscreteGame game = economy.stationary(values);
        return new SteadyState(values, game, along(rest.equilibrium(), game, du, dm, part));
    }

    /** An equilibrium a part of the way along a change of its fields, as one of the game that is there. */
    static Equilibrium along(Equilibrium e, DiscreteGame game, double[] du, double[] dm, double part) {
        return new Equilibrium(
                game.game(),
                game.space(),
                game.time(),
                PathSearch.moved(e.u(), du, part),
                PathSearch.moved(e.m(), dm, part),
                e.status(),
                e.message(),
                e.history());
    }
}
