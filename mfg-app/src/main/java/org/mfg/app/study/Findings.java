package org.mfg.app.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;

/** All that a game tells of an equilibrium: what its market counts, what agents do and do on average, and its own statistics. */
final class Findings {
    private Findings() {}

    /** These and the given quantities, as statistics. */
    static Statistics of(
            GameProvider provider,
            Parameters parameters,
            DiscreteGame game,
            Equilibrium equilibrium,
            List<Quantity> quantities) {
        Statistics own = of(provider, parameters, game, equilibrium);
        Map<String, Double> numbers = new LinkedHashMap<>(own.numbers());
        for (Quantity quantity : quantities) {
            numbers.put(quantity.name(), quantity.value(game, equilibrium.u(), equilibrium.m()));
        }
        return new Statistics(numbers, own.fields(), own.lorenz(), own.profiles(), own.ofTheGrid());
    }

    /** Together as statistics; the fields have a value for each node in each time step, whose means are numbers of a stationary game, and profiles of one with a horizon. */
    private static Statistics of(
            GameProvider provider, Parameters parameters, DiscreteGame game, Equilibrium equilibrium) {
        List<AgentQuantity> policies = provider.policies(parameters);
        Map<String, double[]> fields = new LinkedHashMap<>();
        for (AgentQuantity policy : policies) {
            fields.put(policy.name(), field(policy, game, equilibrium));
        }
        Statistics own = provider.statistics(parameters, game, equilibrium);
        if (!game.game().isStationary()) {
            Map<String, double[]> profiles = new LinkedHashMap<>(own.profiles());
            fields.forEach((name, field) -> profiles.put("mean " + name, means(field, game, equilibrium)));
            fields.putAll(own.fields());
            return new Statistics(own.numbers(), fields, own.lorenz(), profiles, own.ofTheGrid());
        }
        CrossSection crowd = CrossSection.last(game, equilibrium);
        Map<String, Double> numbers = new LinkedHashMap<>();
        provider.market().ifPresent(market -> numbers.putAll(market.quantities(parameters, crowd)));
        for (AgentQuantity policy : policies) {
            numbers.put("mean " + policy.name(), crowd.aggregate(policy));
        }
        numbers.putAll(own.numbers());
        fields.putAll(own.fields());
        return new Statistics(numbers, fields, own.lorenz(), own.profiles(), own.ofTheGrid());
    }

    /** The mean of a field over the crowd at the end of each step. */
    private static double[] means(double[] field, DiscreteGame game, Equilibrium e) {
        int n = game.grid().size();
        double[] means = new double[game.time().steps()];
        for (int at = 0; at < field.length; at++) {
            double mass = game.grid().weight(at % n) * e.m()[at + n];
            // Nobody is there, and the quantity may be infinite.
            means[at / n] += mass == 0 ? 0 : mass * field[at];
        }
        return means;
    }

    private static double[] field(AgentQuantity policy, DiscreteGame game, Equilibrium e) {
        int n = game.grid().size();
        int steps = game.time().steps();
        double[] field = new double[steps * n];
        Policy drift = game.policy(e.u(), e.m());
        for (int step = 0; step < steps; step++) {
            double t = game.game().isStationary() ? 0 : game.time().time(step + 1);
            CrossSection crowd = new CrossSection(game.grid(), drift, e.m(), step, t);
            System.arraycopy(crowd.values(policy), 0, field, step * n, n);
        }
        return field;
    }
}
