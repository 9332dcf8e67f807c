package org.mfg.solvers.sensitivity;

import java.util.Arrays;
import java.util.List;
import org.mfg.api.quantity.Quantity;

/**
 * The derivative of an equilibrium in a parameter θ whose market goes on clearing, ∂/∂θ + Σ_k ∂/∂π_k dπ_k/dθ.
 *
 * @param given that at given prices
 * @param byPrice those in the prices; none of a game without a market
 * @param prices dπ/dθ
 * @param aggregates dX/dθ of what the market counts
 */
public record ClearedTangent(Tangent given, List<Tangent> byPrice, double[] prices, double[] aggregates) {

    /** Copies the list. */
    public ClearedTangent {
        byPrice = List.copyOf(byPrice);
    }

    /** At given prices, or without any. */
    public static ClearedTangent atGivenPrices(Tangent tangent) {
        return new ClearedTangent(tangent, List.of(), new double[0], new double[0]);
    }

    /** dJ/dθ. */
    public double of(Quantity quantity) {
        double sum = given.of(quantity);
        for (int k = 0; k < prices.length; k++) {
            sum += prices[k] * byPrice.get(k).of(quantity);
        }
        return sum;
    }

    /** The derivatives of what is observed. */
    public double[] of(Observation observation) {
        return sum(
                given.of(observation),
                byPrice.stream().map(tangent -> tangent.of(observation)).toList());
    }

    /** dπ/dθ and dX/dθ, one after the other. */
    public double[] ofMarket() {
        double[] all = Arrays.copyOf(prices, prices.length + aggregates.length);
        System.arraycopy(aggregates, 0, all, prices.length, aggregates.length);
        return all;
    }

    /** du/dθ, a field. */
    public double[] du() {
        return sum(given.du(), byPrice.stream().map(Tangent::du).toList());
    }

    /** dm/dθ, a field. */
    public double[] dm() {
        return sum(given.dm(), byPrice.stream().map(Tangent::dm).toList());
    }

    private double[] sum(double[] first, List<double[]> others) {
        double[] sum = first.clone();
        for (int k = 0; k < prices.length; k++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += prices[k] * others.get(k)[i];
            }
        }
        return sum;
    }
}
