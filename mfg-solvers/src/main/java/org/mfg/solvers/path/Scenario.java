package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/**
 * What is asked of a path: where it begins and ends, and what moves on the way.
 *
 * @param start the steady state before
 * @param end the steady state after
 * @param shocks what moves
 */
record Scenario(DiscreteEconomy economy, SteadyState start, SteadyState end, List<Shock> shocks, TimeGrid time) {

    /** Whether all shocks come to rest where they begin, so that the steady state after is that before. */
    static boolean isReturn(SteadyState start, List<Shock> shocks) {
        return shocks.stream().allMatch(s -> s.limit() == start.parameters().real(s.parameter()));
    }

    /** Parameters when shocks have come to rest. */
    static Parameters limit(Parameters parameters, List<Shock> shocks) {
        Parameters values = parameters;
        for (Shock shock : shocks) {
            values = values.with(shock.parameter(), shock.limit());
        }
        return values;
    }

    /** What shocked parameters are, as {@code tfp = 0.04}. */
    static String inWords(List<Shock> shocks, ToDoubleFunction<Shock> value) {
        return shocks.stream()
                .map(shock -> shock.parameter() + " = " + (float) value.applyAsDouble(shock))
                .collect(Collectors.joining(", "));
    }

    Market market() {
        return economy.market();
    }

    /** The parameters of each step with the prices of the steady state after, but for prices that are shocked. */
    List<Parameters> exogenous() {
        List<Parameters> path = new ArrayList<>();
        for (int j = 1; j <= time.steps(); j++) {
            Parameters values = end.parameters();
            for (Shock shock : shocks) {
                values = values.with(shock.parameter(), shock.at(time.time(j)));
            }
            path.add(values);
        }
        return path;
    }

    /** The prices in given parameters, by price and step. */
    double[] prices(List<Parameters> bySteps) {
        int steps = time.steps();
        double[] prices = new double[market().prices().size() * steps];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = bySteps.get(i % steps).real(market().prices().get(i / steps));
        }
        return prices;
    }

    /** The typical sizes of prices, by price and step. */
    double[] scales() {
        int steps = time.steps();
        double[] scales = new double[market().prices().size() * steps];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = MarketSlopes.scale(
                    market(), end.parameters(), market().prices().get(i / steps));
        }
        return scales;
    }

    /** The value function of the steady state after, at all levels. */
    double[] restingValue() {
        return atAllLevels(end.fields().u(), time);
    }

    /** The crowd of the steady state after, at all levels. */
    double[] restingCrowd() {
        return atAllLevels(end.fields().m(), time);
    }

    /** A field that is the same at all levels. */
    static double[] atAllLevels(double[] level, TimeGrid time) {
        double[] field = new double[level.length * time.levels()];
        for (int j = 0; j < time.levels(); j++) {
            System.arraycopy(level, 0, field, j * level.length, level.length);
        }
        return field;
    }
}
