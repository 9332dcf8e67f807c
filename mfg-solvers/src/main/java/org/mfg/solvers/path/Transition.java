package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/**
 * A path from one steady state to another, or back. What is told of level 0 is the steady state before, of level j > 0 the crowd at the end of step j - 1 and
 * the parameters of that step.
 *
 * @param economy whose path it is
 * @param start the steady state before
 * @param end the steady state after
 * @param parameters by step, with prices
 * @param game the game on the path
 * @param equilibrium value function and density of the path, and how the search for prices ended
 * @param iterations the prices that were tried
 * @param linear derivatives at the steady state after; empty where prices were given
 */
public record Transition(
        DiscreteEconomy economy,
        SteadyState start,
        SteadyState end,
        List<Parameters> parameters,
        DiscreteGame game,
        Equilibrium equilibrium,
        List<Attempt> iterations,
        Optional<LinearResponse> linear) {

    /**
     * Prices that were tried.
     *
     * @param largestExcess of all conditions at all levels
     * @param step the part of the quasi-Newton step that led to them
     * @param seconds since the search began
     */
    public record Attempt(double largestExcess, double step, double seconds) {}

    /** Copies the lists. */
    public Transition {
        parameters = List.copyOf(parameters);
        iterations = List.copyOf(iterations);
    }

    /** The time levels. */
    public TimeGrid time() {
        return game.time();
    }

    /** The market. */
    public Market market() {
        return economy.market();
    }

    /** Whether the market clears at all levels, to the tolerance. */
    public boolean isConverged() {
        return equilibrium.isConverged();
    }

    /** A parameter, such as a price, by level. */
    public double[] parameter(String name) {
        double[] values = new double[time().levels()];
        values[0] = start.parameters().real(name);
        for (int j = 1; j < values.length; j++) {
            values[j] = parameters.get(j - 1).real(name);
        }
        return values;
    }

    /** The excess of each condition, by level. */
    public Map<String, double[]> excess() {
        Map<String, double[]> byName = new LinkedHashMap<>();
        eachLevel((j, values, crowd) -> {
            double[] excess = market().excess(values, crowd);
            for (int c = 0; c < excess.length; c++) {
                put(byName, market().conditions().get(c), j, excess[c]);
            }
        });
        return byName;
    }

    /** What the market counts and tells, and what agents do on average, by level. */
    public Map<String, double[]> quantities() {
        Map<String, double[]> byName = new LinkedHashMap<>();
        eachLevel((j, values, crowd) -> {
            for (AgentQuantity quantity : market().aggregates(values)) {
                put(byName, quantity.name(), j, crowd.aggregate(quantity));
            }
            market().quantities(values, crowd).forEach((name, value) -> put(byName, name, j, value));
            for (AgentQuantity policy : economy.provider().policies(values)) {
                put(byName, "mean " + policy.name(), j, crowd.aggregate(policy));
            }
        });
        return byName;
    }

    /** What agents do, by name: the values at the nodes in each time step. */
    public Map<String, double[]> policies() {
        Map<String, double[]> byName = new LinkedHashMap<>();
        int n = game.grid().size();
        eachLevel((j, values, crowd) -> {
            for (AgentQuantity policy :
                    j == 0 ? List.<AgentQuantity>of() : economy.provider().policies(values)) {
                double[] field = byName.computeIfAbsent(policy.name(), key -> new double[time().steps() * n]);
                System.arraycopy(crowd.values(policy), 0, field, (j - 1) * n, n);
            }
        });
        return byName;
    }

    private void put(Map<String, double[]> byName, String name, int level, double value) {
        byName.computeIfAbsent(name, key -> new double[time().levels()])[level] = value;
    }

    /** What is done at a level. */
    private interface AtLevel {
        void apply(int level, Parameters values, CrossSection crowd);
    }

    private void eachLevel(AtLevel action) {
        action.apply(0, start.parameters(), CrossSection.last(start.game(), start.equilibrium()));
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        for (int j = 0; j < parameters.size(); j++) {
            action.apply(j + 1, parameters.get(j), new CrossSection(game.grid(), policy, equilibrium.m(), j, time().time(j + 1)));
        }
    }

    /** The crowd in the steady state after. */
    public CrossSection crowdAtEnd() {
        return CrossSection.last(end.game(), end.equilibrium());
    }

    /** The share of the crowd that is not yet, at the end, where it is in the steady state after: ½ Σ w |m(T) - m|. */
    public double missing() {
        double[] rest = end.fields().m();
        int at = time().steps() * rest.length;
        double sum = 0;
        for (int i = 0; i < rest.length; i++) {
            sum += game.space().weight(i) * Math.abs(equilibrium.m()[at + i] - rest[i]);
        }
        return 0.5 * sum;
    }

    /** The names of the parameters that move, but for prices. */
    public List<String> shocked() {
        List<String> names = new ArrayList<>();
        start.parameters().asMap().forEach((name, value) -> {
            boolean isPrice = market().prices().contains(name);
            if (!isPrice
                    && parameters.stream().anyMatch(p -> !value.equals(p.asMap().get(name)))) {
                names.add(name);
            }
        });
        return names;
    }
}
