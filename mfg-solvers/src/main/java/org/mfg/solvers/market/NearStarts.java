package org.mfg.solvers.market;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;

/** Where a game is solved from: the equilibrium at the nearest prices. */
final class NearStarts {
    private final List<PriceInterval> ranges;
    private final double leastDistance;
    private final Map<List<Double>, Equilibrium> solved = new LinkedHashMap<>();

    /** @param leastDistance how far prices must be, as a part of the ranges */
    NearStarts(List<PriceInterval> ranges, double leastDistance) {
        this.ranges = ranges;
        this.leastDistance = leastDistance;
    }

    /** Remembers an equilibrium. */
    void add(List<Double> prices, Equilibrium equilibrium) {
        solved.put(prices, equilibrium);
    }

    /** The nearest equilibrium; null where none is known. */
    @Nullable Guess to(List<Double> prices) {
        Equilibrium nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<List<Double>, Equilibrium> other : solved.entrySet()) {
            double distance = distance(prices, other.getKey());
            if (distance >= leastDistance && distance < least) {
                least = distance;
                nearest = other.getValue();
            }
        }
        return nearest == null ? null : new Guess(nearest.u(), nearest.m());
    }

    /** The largest difference of two prices, as a part of their range. */
    private double distance(List<Double> prices, List<Double> others) {
        double distance = 0;
        for (int k = 0; k < prices.size(); k++) {
            double part =
                    Math.abs(prices.get(k) - others.get(k)) / ranges.get(k).length();
            distance = Math.max(distance, part);
        }
        return distance;
    }
}
