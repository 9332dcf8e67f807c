package org.mfg.models.economy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Statistics;

/** The statistics of a generation whose first coordinate is wealth, whose time is its age and whose u is -V: wealth over life, and what life is worth at birth. */
final class LifeStatistics {
    private LifeStatistics() {}

    static Statistics of(DiscreteGame game, Equilibrium equilibrium) {
        int steps = game.time().steps();
        double[] mean = new double[steps];
        double[] deviation = new double[steps];
        double[] atLimit = new double[steps];
        double mostAtEnd = 0;
        AgentQuantity square = AgentQuantity.ofPosition("squared wealth", x -> x[0] * x[0]);
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        for (int j = 0; j < steps; j++) {
            CrossSection crowd = new CrossSection(
                    game.grid(), policy, equilibrium.m(), j, game.time().time(j + 1));
            mean[j] = crowd.aggregate(Wealth.quantity("wealth"));
            deviation[j] = Math.sqrt(Math.max(0, crowd.aggregate(square) - mean[j] * mean[j]));
            atLimit[j] = Wealth.shareAtLimit(crowd);
            mostAtEnd = Math.max(mostAtEnd, Wealth.shareAtEnd(crowd));
        }
        Map<String, double[]> profiles = new LinkedHashMap<>();
        profiles.put("mean wealth", mean);
        profiles.put("standard deviation of wealth", deviation);
        profiles.put("share at the limit", atLimit);
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("mean lifetime utility at birth", -atBirth(equilibrium.u(), game));
        numbers.put("largest mean wealth", Arrays.stream(mean).max().orElseThrow());
        numbers.put("largest share at the limit", Arrays.stream(atLimit).max().orElseThrow());
        numbers.put("largest share at the end of the grid", mostAtEnd);
        return new Statistics(numbers, Map.of(), Optional.empty(), profiles);
    }

    /** A warning if the grid ends where households still save, with the age at which most are there. */
    static Optional<String> warning(DiscreteGame game, Equilibrium equilibrium) {
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        double most = 0;
        double age = 0;
        for (int j = 0; j < game.time().steps(); j++) {
            double end = game.time().time(j + 1);
            double share = Wealth.shareAtEnd(new CrossSection(game.grid(), policy, equilibrium.m(), j, end));
            if (share > most) {
                most = share;
                age = end;
            }
        }
        return Wealth.warning(most, " at age " + (float) age);
    }

    private static double atBirth(double[] u, DiscreteGame game) {
        double[] newborn = game.initialDensity();
        double mean = 0;
        for (int i = 0; i < newborn.length; i++) {
            mean += game.grid().weight(i) * newborn[i] * u[i];
        }
        return mean;
    }
}
