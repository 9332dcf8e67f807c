package org.mfg.app.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.study.Study;

/** Quantities of interest: their gradients against differences of their values, and formulas against sums by hand. */
class QuantitiesTest {
    private static final double STEP = 1e-6;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost",
                "mass(T)",
                "max(T)",
                "mean(T)",
                "variance(T)",
                "mass(0.33)",
                "max(0.33)",
                "mean(0.33)",
                "variance-x(0.33)",
                "quantile(0.9, 0.33)",
                "quantile-x(0.02, T)",
                "integral(m*x)",
                "integral(u^2*m + t*x, 0.33)",
                "integral(m*log(m), T)"
            })
    void gradientsAreThoseOfTheValues(String name) {
        Study study = PackagedGames.study("tutorial", "upwind", 24, 10);
        check(study, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost", "rho", "integral(u*m^2)", "max(T)"})
    void gradientsOfStationaryGamesToo(String name) {
        check(PackagedGames.study("ergodic-potential", "upwind", 24, 1), name);
    }

    /** In a random direction with no change of mass, which the cost of a crowd that keeps its mass knows nothing of. */
    private static void check(Study study, String name) {
        DiscreteGame game = study.discreteGame();
        Equilibrium e = PackagedGames.solve(study);
        Quantity quantity = PackagedGames.MFG.quantity(name, game.game());
        Random random = new Random(3);
        double[] du = random.doubles(game.size(), -1, 1).toArray();
        double[] dm = new double[game.size()];
        for (int i = 0; i < dm.length; i++) {
            dm[i] = e.m()[i] * random.nextDouble();
        }
        Gradient gradient = quantity.gradient(game, e.u(), e.m()).orElseThrow();
        double difference = (quantity.value(game, moved(e.u(), STEP, du), moved(e.m(), STEP, dm))
                        - quantity.value(game, moved(e.u(), -STEP, du), moved(e.m(), -STEP, dm)))
                / (2 * STEP);
        assertThat(gradient.along(du, dm)).isCloseTo(difference, within(1e-6 * Math.max(1, Math.abs(difference))));
    }

    private static double[] moved(double[] x, double step, double[] dx) {
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            moved[i] += step * dx[i];
        }
        return moved;
    }

    @Test
    void formulasAreIntegralsByTheTrapezoidRule() {
        Study study = PackagedGames.study("tutorial", "upwind", 11, 4);
        Equilibrium e = PackagedGames.solve(study);
        int n = 11;
        double overAll = 0;
        double atEnd = 0;
        for (int j = 0; j <= 4; j++) {
            for (int i = 0; i < n; i++) {
                double w = i == 0 || i == n - 1 ? 0.05 : 0.1;
                double f = e.m()[j * n + i] * (0.1 * i) * e.u()[j * n + i] + 0.25 * j;
                overAll += (j == 0 || j == 4 ? 0.125 : 0.25) * w * f;
                atEnd += j == 4 ? w * f : 0;
            }
        }
        assertThat(value(study, e, "integral(m*x*u + t)")).isCloseTo(overAll, within(1e-14));
        assertThat(value(study, e, "integral(m*x*u + t, T)")).isCloseTo(atEnd, within(1e-14));
        assertThat(value(study, e, "integral(m, 0.6)")).isCloseTo(1, within(1e-12));
        assertThat(value(study, e, "integral(max(m, 0)*x, T)")).isCloseTo(value(study, e, "mean(T)"), within(1e-12));
    }

    /** The initial density of the tutorial is a normal law of variance 1/100 about 0.3, cut off at 0 and 1. */
    @Test
    void momentsAndQuantilesOfTheStartAreThoseOfANormalLaw() {
        Study study = PackagedGames.study("tutorial", "upwind", 401, 2);
        Equilibrium e = PackagedGames.solve(study);
        NormalDistribution law = new NormalDistribution(0.3, 0.1);
        double below = law.cumulativeProbability(0);
        double inside = law.cumulativeProbability(1) - below;
        for (double share : new double[] {0.01, 0.25, 0.5, 0.9}) {
            double exact = law.inverseCumulativeProbability(below + share * inside);
            assertThat(value(study, e, "quantile(" + share + ", 0)")).isCloseTo(exact, within(2e-5));
        }
        assertThat(value(study, e, "variance(0)")).isCloseTo(0.01, within(3e-4));
        assertThat(value(study, e, "mean-x(0.25)"))
                .isCloseTo(0.5 * (value(study, e, "mean(0)") + value(study, e, "mean(0.5)")), within(1e-12));
    }

    @Test
    void quantitiesThatAreNoneAreSaid() {
        Study study = PackagedGames.study("tutorial", "upwind", 11, 4);
        assertThatThrownBy(() -> PackagedGames.MFG.quantity(
                        "quantile(1.5, T)", study.discreteGame().game()))
                .hasMessage("share of quantity must be above 0 and below 1, was 1.5");
        assertThatThrownBy(() -> PackagedGames.MFG.quantity(
                        "mean(-1)", study.discreteGame().game()))
                .hasMessage("time of quantity must be T, or from 0 to 1.0, was -1");
        assertThatThrownBy(() -> PackagedGames.MFG.quantity(
                        "quantile-y(0.5, T)", study.discreteGame().game()))
                .hasMessageContaining("unknown quantity 'quantile-y(0.5, T)'");
    }

    private static double value(Study study, Equilibrium e, String name) {
        return PackagedGames.MFG.quantity(name, study.discreteGame().game()).value(study.discreteGame(), e.u(), e.m());
    }
}
