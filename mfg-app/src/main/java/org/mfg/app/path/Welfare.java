package org.mfg.app.path;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.spi.ConsumptionMeasure;
import org.mfg.solvers.path.SteadyState;
import org.mfg.solvers.path.Transition;

/**
 * What a path is worth to those who are there when it begins, as parts of their consumption in the steady state before.
 *
 * @param gains λ by node: of an agent that is there, from V of the steady state before to V of the path at t = 0
 * @param masses the shares of the crowd that are there
 * @param ofMean λ of the mean lifetime utility of that crowd: of somebody who may be anyone of it
 * @param ofSteadyStates λ of the mean lifetime utilities of both steady states, each over its own crowd
 */
public record Welfare(double[] gains, double[] masses, double ofMean, double ofSteadyStates) {

    /**
     * It, where the game has such a measure and anything moves; not of a shock to preferences.
     *
     * @param series what there is to tell of the transition
     */
    public static Optional<Welfare> of(Transition transition, Series series) {
        if (series.moving().isEmpty()) {
            return Optional.empty();
        }
        return transition
                .economy()
                .provider()
                .consumptionEquivalent(transition.start().parameters(), transition.shocked())
                .map(measure -> of(transition, measure));
    }

    private static Welfare of(Transition transition, ConsumptionMeasure measure) {
        SteadyState start = transition.start();
        double[] before = StationaryEquilibrium.of(start.equilibrium()).u();
        double[] after = transition.equilibrium().u();
        double[] masses = masses(start.game(), start.equilibrium());
        double[] gains = new double[before.length];
        double sumBefore = 0;
        double sumAfter = 0;
        for (int i = 0; i < gains.length; i++) {
            gains[i] = measure.of(-before[i], -after[i]);
            sumBefore -= masses[i] * before[i];
            sumAfter -= masses[i] * after[i];
        }
        double atRest = mean(transition.end());
        return new Welfare(gains, masses, measure.of(sumBefore, sumAfter), measure.of(sumBefore, atRest));
    }

    private static double mean(SteadyState steady) {
        double[] u = StationaryEquilibrium.of(steady.equilibrium()).u();
        double[] masses = masses(steady.game(), steady.equilibrium());
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum -= masses[i] * u[i];
        }
        return sum;
    }

    private static double[] masses(DiscreteGame game, Equilibrium equilibrium) {
        double[] masses = StationaryEquilibrium.of(equilibrium).m().clone();
        for (int i = 0; i < masses.length; i++) {
            masses[i] *= game.space().weight(i);
        }
        return masses;
    }

    /** The share of the crowd that gains. */
    public double shareOfWinners() {
        double share = 0;
        for (int i = 0; i < gains.length; i++) {
            share += gains[i] > 0 ? masses[i] : 0;
        }
        return share;
    }
}
