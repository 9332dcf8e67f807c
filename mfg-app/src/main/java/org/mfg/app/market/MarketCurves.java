package org.mfg.app.market;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.mfg.api.spi.Market;
import org.mfg.output.figure.MarketDiagram;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.ClearedMarket.Trial;

/**
 * Supply and demand of a market with one price, against the price. Supply is the first aggregate of the market, straight between the prices that were tried, and
 * demand is supply less the excess there, which takes no solve.
 */
public final class MarketCurves {
    private static final int POINTS = 200;

    private MarketCurves() {}

    /** The curves of a market that cleared, one with one price. */
    public static MarketDiagram of(Market market, ClearedMarket cleared) {
        String price = market.prices().get(0);
        List<Trial> tried = cleared.trials().stream()
                .filter(Trial::isSolved)
                .sorted(Comparator.comparingDouble(Trial::price))
                .toList();
        double[] prices = tried.stream().mapToDouble(Trial::price).distinct().toArray();
        PolynomialSplineFunction[] aggregates = IntStream.range(
                        0, tried.get(0).aggregates().size())
                .mapToObj(k -> between(prices, tried, k))
                .toArray(PolynomialSplineFunction[]::new);
        double step = (prices[prices.length - 1] - prices[0]) / POINTS;
        double[] all = IntStream.rangeClosed(0, POINTS)
                .mapToDouble(k -> k == POINTS ? prices[prices.length - 1] : prices[0] + k * step)
                .toArray();
        double[] demand = Arrays.stream(all)
                .map(p -> {
                    double[] x = Arrays.stream(aggregates)
                            .mapToDouble(f -> f.value(p))
                            .toArray();
                    return x[0] - market.excess(cleared.parameters().with(price, p), x)[0];
                })
                .toArray();
        return new MarketDiagram(
                price.replace('-', ' '),
                market.aggregates(cleared.parameters()).get(0).name(),
                prices,
                Arrays.stream(prices).map(aggregates[0]::value).toArray(),
                all,
                demand,
                cleared.parameters().real(price));
    }

    private static PolynomialSplineFunction between(double[] prices, List<Trial> tried, int k) {
        double[] values = Arrays.stream(prices)
                .map(p -> tried.stream()
                        .filter(trial -> trial.price() == p)
                        .findFirst()
                        .orElseThrow()
                        .aggregates()
                        .get(k))
                .toArray();
        return new LinearInterpolator().interpolate(prices, values);
    }
}
