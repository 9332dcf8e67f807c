package org.mfg.solvers.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.solvers.SmallGames;

/** What the dual rises by, against its gradients and its concavity. */
class DualGainTest {
    private static final int NODES = 15;
    private static final int STEPS = 8;
    private static final int LAST = STEPS * NODES;

    private final MeanFieldGame game =
            SmallGames.planning(SmallGames.INTERVAL).coupling(new Squared()).build();
    private final DiscreteGame discrete = SmallGames.discretize(game, NODES, STEPS);
    private final double[] target = discrete.targetDensity().orElseThrow();
    private final DualGain gain = new DualGain(discrete);

    /** ½ m + m²: the ½ m is {@link SmallGames#planning}'s. */
    private record Squared() implements LocalCoupling {
        @Override
        public double value(double t, double[] x, double m) {
            return m * m;
        }

        @Override
        public double densityDerivative(double t, double[] x, double m) {
            return 2 * m;
        }
    }

    /** Tolls and beliefs around the target, moved by a part of a fixed change. */
    private Plan plan(double part) {
        Plan plan = new Plan(discrete, target, new double[discrete.size()]);
        double[] noise = SmallGames.noise(discrete.size(), 5);
        for (int k = 0; k < discrete.size(); k++) {
            double x = (double) (k % NODES) / (NODES - 1);
            plan.belief[k] = 1 + 0.5 * Math.sin(3 * x + k / NODES) + part * 0.3 * noise[k];
            plan.u[k] = k < LAST ? 0 : 0.2 * Math.cos(4 * x) + part * 0.2 * noise[k % NODES];
        }
        plan.followToll();
        return plan;
    }

    /** dD = Σ w (m(T) - m_T) du(T) + Σ Δt w (m - b) dF(b). */
    @Test
    void theDerivativeOfTheDualIsWhatIsMissedAndWhatIsWronglyBelieved() {
        double part = 1e-4;
        Plan below = plan(-part);
        Plan above = plan(part);
        Plan at = plan(0);
        double sum = 0;
        for (int k = NODES; k < discrete.size(); k++) {
            double w = discrete.space().weight(k % NODES);
            if (k >= LAST) {
                sum += w * (at.m[k] - target[k - LAST]) * (above.u[k] - below.u[k]);
            } else {
                double slope = 0.5 + 2 * at.belief[k];
                double dt = 1.0 / STEPS;
                sum += dt * w * (at.m[k] - at.belief[k]) * slope * (above.belief[k] - below.belief[k]);
            }
        }
        assertThat(gain.of(below, above)).isCloseTo(sum, within(1e-5 * Math.abs(sum)));
        assertThat(gain.of(above, below)).isCloseTo(-sum, within(1e-5 * Math.abs(sum)));
    }

    /** Of three plans with tolls and costs halfway, the middle one is above the chord. */
    @Test
    void theDualIsConcaveInTollsAndCosts() {
        Plan first = plan(-1);
        Plan last = plan(1);
        Plan middle = plan(0);
        for (int k = 0; k < discrete.size(); k++) {
            double cost = 0.5 * (cost(first.belief[k]) + cost(last.belief[k]));
            middle.belief[k] = -0.25 + Math.sqrt(0.0625 + cost);
            middle.u[k] = k < LAST ? middle.u[k] : 0.5 * (first.u[k] + last.u[k]);
        }
        middle.followToll();
        assertThat(gain.of(first, middle)).isGreaterThan(gain.of(middle, last));
    }

    private static double cost(double m) {
        return 0.5 * m + m * m;
    }
}
