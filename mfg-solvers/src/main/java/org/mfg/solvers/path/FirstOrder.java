package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mfg.api.spi.Market;

/** A scenario to first order about the steady state after: its Jacobians, and how prices answer to shocks and to the crowd that is there at first. */
final class FirstOrder {
    private final Scenario scenario;
    private final int steps;
    private final SequenceJacobian aggregates;
    private final ExcessJacobian jacobian;
    private final double seconds;

    FirstOrder(Scenario scenario) {
        this.scenario = scenario;
        steps = scenario.time().steps();
        Market market = scenario.market();
        SteadyState end = scenario.end();
        List<String> inputs = Stream.concat(
                        market.prices().stream(), scenario.shocks().stream().map(Shock::parameter))
                .toList();
        List<Double> scales = inputs.stream()
                .map(name -> MarketSlopes.scale(market, end.parameters(), name))
                .toList();
        long begun = System.nanoTime();
        double[] first = scenario.start().fields().m();
        aggregates = scenario.time().isEven()
                ? new FakeNews(scenario.economy(), end, scenario.time().step(0), steps).jacobian(inputs, scales, first)
                : new ColumnSweeps(scenario.economy(), end, scenario.time()).jacobian(inputs, scales, first);
        seconds = (System.nanoTime() - begun) * 1e-9;
        jacobian = ExcessJacobian.at(market, end, aggregates, steps);
    }

    /** J⁻¹ e. */
    double[] solve(double[] e) {
        return jacobian.solve(e);
    }

    /** The change of prices, -J⁻¹ (J_θ dθ + what the first crowd leaves too much of). */
    double[] prices() {
        double[] excess = jacobian.fromStart();
        for (Shock shock : scenario.shocks()) {
            double[][] j = jacobian.toInput(shock.parameter());
            double rest = scenario.end().parameters().real(shock.parameter());
            for (int s = 0; s < steps; s++) {
                double moved = shock.at(scenario.time().time(s + 1)) - rest;
                for (int i = 0; i < excess.length; i++) {
                    excess[i] += j[i / steps][i % steps * steps + s] * moved;
                }
            }
        }
        double[] change = jacobian.solve(excess);
        for (int i = 0; i < change.length; i++) {
            change[i] = -change[i];
        }
        return change;
    }

    /**
     * All of it, as a result.
     *
     * @param path the prices to first order, by price and step
     */
    LinearResponse response(double[] path) {
        Map<String, List<double[]>> toShocks = new LinkedHashMap<>();
        for (Shock shock : scenario.shocks()) {
            toShocks.put(shock.parameter(), List.of(jacobian.response(shock.parameter())));
        }
        List<double[]> byPrice = new ArrayList<>();
        for (int at = 0; at < path.length; at += steps) {
            byPrice.add(Arrays.copyOfRange(path, at, at + steps));
        }
        return new LinearResponse(aggregates, toShocks, byPrice, seconds);
    }
}
