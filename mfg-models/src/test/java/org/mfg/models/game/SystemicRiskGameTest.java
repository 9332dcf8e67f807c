package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.ExactSolution;

class SystemicRiskGameTest {
    private static final double A = 0.7;
    private static final double Q = 1.3;
    private static final double EPSILON = 4;
    private static final double C = 0.6;
    private static final double MEAN = 0.2;
    private static final double VISCOSITY = 0.3;

    private final ExactSolution exact = Games.of(
                    new SystemicRiskGame(),
                    Map.of("a", A, "q", Q, "epsilon", EPSILON, "c", C, "mu0", MEAN, "viscosity", VISCOSITY))
            .exactSolution()
            .orElseThrow();

    /** The closed form of the paper for an infinite number of banks; the whole drift is (a + q + η)(m̄ - x). */
    @Test
    void theFeedbackIsThatOfThePaper() {
        for (double t : new double[] {0, 0.3, 0.9, 1}) {
            double x = 0.8;
            double drift = -(exact.value(t, new double[] {x + 1e-4}) - exact.value(t, new double[] {x - 1e-4})) / 2e-4;
            assertThat(drift).isEqualTo((A + Q + eta(t)) * (MEAN - x), within(1e-8));
        }
    }

    @Test
    void theMeanStays() {
        assertThat(((LinearQuadraticSolution) exact).mean(1)).isEqualTo(MEAN, within(1e-10));
    }

    /** V = ½ η (x - m̄)² + μ(t) with μ' = -ν η, μ(T) = 0, from the paper's equation, by the trapezoid rule. */
    @Test
    void theValueIsThatOfThePaperUpToTheCostsMovedToTheEnds() {
        int steps = 20_000;
        double constant = 0;
        for (int j = 0; j < steps; j++) {
            constant += VISCOSITY * 0.5 * (eta(j / (double) steps) + eta((j + 1) / (double) steps)) / steps;
        }
        double distance = 0.6;
        double paper = 0.5 * eta(0) * distance * distance + constant;
        double moved = (A + Q) * (0.5 * distance * distance + VISCOSITY);
        assertThat(exact.value(0, new double[] {MEAN + distance})).isEqualTo(paper + moved, within(1e-7));
    }

    @Test
    void lendingThatPaysMoreThanItCostsIsRefused() {
        assertThatThrownBy(() -> Games.of(new SystemicRiskGame(), Map.of("q", 2, "epsilon", 3)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("q must be at most sqrt(epsilon)");
    }

    private static double eta(double t) {
        double root = Math.sqrt((A + Q) * (A + Q) + EPSILON - Q * Q);
        double plus = -(A + Q) + root;
        double minus = -(A + Q) - root;
        double e = Math.exp((plus - minus) * (1 - t));
        return (-(EPSILON - Q * Q) * (e - 1) - C * (plus * e - minus)) / (minus * e - plus - C * (e - 1));
    }
}
