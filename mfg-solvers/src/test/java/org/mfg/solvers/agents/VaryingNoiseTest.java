package org.mfg.solvers.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.Grid;

/** Agents whose noise differs from place to place, from time to time and from axis to axis, on graded axes too. Tolerances are four standard errors: there are some thirty comparisons. */
class VaryingNoiseTest {
    private static final int AGENTS = 20_000;
    private static final double THETA = 2;
    private static final double SIGMA2 = 0.04;

    private static Domain line(double length, Grading grading) {
        return Domain.of(Axis.noFlux("z", 0, length).graded(grading));
    }

    /**
     * Ornstein and Uhlenbeck: dz = θ (1 - z) dt + σ dB from N(1.2, s²) has the mean 1 + 0.2 e^(-θt) and the variance σ²/(2θ) (1 - e^(-2θt)) + s²
     * e^(-2θt). Steps of 0.0025 make it wider by θΔt/2, a quarter of a per cent.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOrnsteinUhlenbeckCrowdHasItsMeanAndVariance(boolean isGraded) {
        Grid grid = Grid.of(line(2, isGraded ? Grading.power(1.7) : Grading.EVEN), 201);
        double s = 0.1;
        AgentSample sample = FreeAgents.carried(
                grid,
                z -> Math.exp(-0.5 * Math.pow((z[0] - 1.2) / s, 2)),
                Diffusion.axes(SIGMA2 / 2),
                (z, axis) -> THETA * (1 - z[0]),
                40,
                AGENTS);
        double decay = Math.exp(-THETA);
        double variance = SIGMA2 / (2 * THETA) * (1 - decay * decay) + s * s * decay * decay;
        double[] z = sample.positions(1);
        assertThat(StatUtils.mean(z)).isCloseTo(1 + 0.2 * decay, within(4 * Math.sqrt(variance / AGENTS)));
        assertThat(StatUtils.variance(z)).isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / AGENTS)));
    }

    /**
     * Between reflecting ends the flux b m - (D m)' is 0 everywhere for m ∝ D⁻¹ exp(∫ b/D): who starts so stays so. By the rule of Stratonovich it
     * would be D^(-1/2), and D here is four times as large at one end as at the other.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrowdWhoseNoiseDependsOnThePlaceStaysAsTheFluxSays(boolean isGraded) {
        Grid grid = Grid.of(line(1, isGraded ? Grading.power(1.5) : Grading.EVEN), 401);
        DoubleUnaryOperator density = x -> Math.pow(1 + x, -2) * Math.exp(-2 / (1 + x));
        AgentSample sample = FreeAgents.carried(
                grid,
                x -> density.applyAsDouble(x[0]),
                Diffusion.steady((x, axis) -> 0.1 * (1 + x[0]) * (1 + x[0])),
                (x, axis) -> 0.2,
                40,
                AGENTS);
        double all = integral(density, 0, 1);
        for (int bin = 0; bin < 8; bin++) {
            double from = bin / 8.0;
            double expected = integral(density, from, from + 0.125) / all;
            double share = Arrays.stream(sample.positions(1))
                            .filter(x -> x >= from && x < from + 0.125)
                            .count()
                    / (double) AGENTS;
            assertThat(share).as("bin %d", bin).isCloseTo(expected, within(4 * Math.sqrt(expected / AGENTS)));
        }
    }

    private static double integral(DoubleUnaryOperator f, double from, double to) {
        return new SimpsonIntegrator().integrate(10_000, f::applyAsDouble, from, to);
    }

    /** D = ν(1 + t): of a density 1 + cos(πx) the cosine decays as exp(-π² ∫ D dt). Steps take D at their beginning, 2% of that too little. */
    @Test
    void aNoiseThatGrowsWithTimeSpreadsTheCrowdByItsIntegral() {
        AgentSample sample = FreeAgents.carried(
                Grid.of(line(1, Grading.EVEN), 41),
                x -> 1 + Math.cos(Math.PI * x[0]),
                (t, x, axis) -> 0.05 * (1 + t),
                (x, axis) -> 0,
                40,
                AGENTS);
        double expected = 0.5 * Math.exp(-Math.PI * Math.PI * 0.05 * 1.5);
        double mean = Arrays.stream(sample.positions(1))
                .map(x -> Math.cos(Math.PI * x))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(0.5 / AGENTS)));
    }

    /** Without noise along x agents go as they are carried, dx = (1 - x) dt, and those whom x carries to its end stop there; y diffuses. */
    @Test
    void alongAnAxisWithoutNoiseAgentsAreCarriedAndNothingElse() {
        Domain plane = Domain.of(Axis.noFlux("x", 0, 0.8), Axis.noFlux("y", 0, 1));
        AgentSample sample = FreeAgents.carried(
                Grid.of(plane, 41),
                x -> 1 + Math.cos(Math.PI * x[1]),
                Diffusion.axes(0, 0.1),
                (x, axis) -> axis == 0 ? 1 - x[0] : 0,
                100,
                AGENTS);
        double[] before = sample.positions(0);
        double[] after = sample.positions(1);
        double cosine = 0;
        for (int a = 0; a < AGENTS; a++) {
            double carried = 1 - (1 - before[2 * a]) * Math.exp(-1);
            assertThat(after[2 * a]).isCloseTo(Math.min(0.8, carried), within(2e-3));
            cosine += Math.cos(Math.PI * after[2 * a + 1]) / AGENTS;
        }
        assertThat(cosine).isCloseTo(0.5 * Math.exp(-0.1 * Math.PI * Math.PI), within(4 * Math.sqrt(0.5 / AGENTS)));
    }

    /** They are drawn from the density, and compared with it. */
    @Test
    void agentsOnAGradedAxisStartAsTheirDensitySays() {
        Grid grid = Grid.of(line(1, Grading.power(3)), 41);
        AgentSample sample = FreeAgents.carried(grid, x -> 2 * x[0], Diffusion.of(0.1), (x, axis) -> 0, 1, AGENTS);
        double[] m = new double[grid.size()];
        Arrays.setAll(m, i -> 2 * grid.coordinate(i, 0));
        Comparison c = Comparison.of(grid, sample.positions(0), 0, AGENTS, m, 0);
        // ∫ |empirical less true distribution| is about 0.4/sqrt(N) here.
        assertThat(c.wasserstein()[0]).isLessThan(4 * 0.4 / Math.sqrt(AGENTS));
        assertThat(StatUtils.mean(sample.positions(0))).isCloseTo(2.0 / 3, within(4 * Math.sqrt(1.0 / 18 / AGENTS)));
    }

    /** The scheme asks at the nodes only, agents between them. */
    @Test
    void aNoiseThatIsNegativeBetweenTheNodesIsRefused() {
        Grid grid = Grid.of(line(1, Grading.EVEN), 3);
        assertThatThrownBy(() -> FreeAgents.carried(
                        grid,
                        x -> 1,
                        Diffusion.steady((x, axis) -> Math.cos(4 * Math.PI * x[0])),
                        (x, axis) -> 0,
                        1,
                        100))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("diffusion must be finite and >= 0 everywhere, was -");
    }
}
