package org.mfg.models.economy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Statistics;

/** The statistics of a generation whose first coordinate is wealth, whose time is its age and whose u is -V: wealth over life, and what life is worth at birth. */
final class LifeStatistics {
    private static final double[] PERCENTILES = {10, 50, 90};

    private LifeStatistics() {}

    static Statistics of(DiscreteGame game, Equilibrium equilibrium) {
        int steps = game.time().steps();
        Map<String, double[]> profiles = new LinkedHashMap<>();
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        for (int j = 0; j < steps; j++) {
            int step = j;
            CrossSection crowd =
                    new CrossSection(game.grid(), policy, equilibrium.m(), j, game.time().time(j + 1));
            Distribution wealth = Distribution.of(crowd, Wealth.quantity("wealth"));
            Map<String, Double> now = new LinkedHashMap<>();
            now.put("mean wealth", wealth.mean());
            for (double p : PERCENTILES) {
                now.put("wealth p" + (int) p, wealth.quantile(p / 100));
            }
            now.put("share at the limit", Wealth.shareAtLimit(crowd));
            now.put("share at the end of the grid", Wealth.shareAtEnd(crowd));
            now.forEach((name, value) -> profiles.computeIfAbsent(name, key -> new double[steps])[step] = value);
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("mean value at birth", -mean(equilibrium.u(), game));
        for (String name : new String[] {"mean wealth", "share at the limit", "share at the end of the grid"}) {
            double most = Arrays.stream(profiles.get(name)).max().orElseThrow();
            numbers.put("most of " + name, most);
        }
        return new Statistics(numbers, Map.of(), Optional.empty(), profiles);
    }

    private static double mean(double[] u, DiscreteGame game) {
        double[] newborn = game.initialDensity();
        double mean = 0;
        for (int i = 0; i < newborn.length; i++) {
            mean += game.grid().weight(i) * newborn[i] * u[i];
        }
        return mean;
    }
}
