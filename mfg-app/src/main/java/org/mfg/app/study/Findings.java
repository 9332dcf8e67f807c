package org.mfg.app.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;

/** All that a game tells of an equilibrium: what its market counts, what agents do and do on average, and its own statistics. */
final class Findings {
    private Findings() {}

    /** Together as statistics; the fields have a value for each node in each time step, and numbers are told of stationary games. */
    static Statistics of(GameProvider provider, Parameters parameters, DiscreteGame game, Equilibrium equilibrium) {
        List<AgentQuantity> policies = provider.policies(parameters);
        Map<String, double[]> fields = new LinkedHashMap<>();
        for (AgentQuantity policy : policies) {
            fields.put(policy.name(), field(policy, game, equilibrium));
        }
        if (!game.game().isStationary()) {
            return new Statistics(Map.of(), fields, Statistics.NONE.lorenz());
        }
        CrossSection crowd = CrossSection.last(game, equilibrium);
        Map<String, Double> numbers = new LinkedHashMap<>();
        provider.market().ifPresent(market -> numbers.putAll(market.quantities(parameters, crowd)));
        for (AgentQuantity policy : policies) {
            numbers.put("mean " + policy.name(), crowd.aggregate(policy));
        }
        Statistics own = provider.statistics(parameters, game, equilibrium);
        numbers.putAll(own.numbers());
        fields.putAll(own.fields());
        return new Statistics(numbers, fields, own.lorenz());
    }

    private static double[] field(AgentQuantity policy, DiscreteGame game, Equilibrium e) {
        int n = game.grid().size();
        int steps = game.time().steps();
        double[] field = new double[steps * n];
        Policy drift = game.policy(e.u(), e.m());
        for (int step = 0; step < steps; step++) {
            CrossSection crowd = new CrossSection(game.grid(), drift, e.m(), step);
            System.arraycopy(crowd.values(policy), 0, field, step * n, n);
        }
        return field;
    }
}
