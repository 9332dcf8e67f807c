package org.mfg.solvers.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;

/** Brownian motions, about which everything is known. Tolerances are four standard errors. */
class AgentSimulationTest {
    private static final int AGENTS = 100_000;
    private static final double NU = 0.1;
    private static final double DECAY = Math.exp(-NU * Math.PI * Math.PI);

    /** Of a density 1 + cos(πx) between walls the cosine decays as exp(-νπ²t). */
    @Test
    void wallsReflectAsTheHeatEquationSays() {
        AgentSample sample = FreeAgents.walk(Domain.interval(0, 1), x -> 1 + Math.cos(Math.PI * x[0]), NU, 4, AGENTS);

        assertThat(mean(sample, 1, 0, Math.PI)).isEqualTo(0.5 * DECAY, within(4 * deviation(0.5)));
    }

    @Test
    void inThePlaneOneAxisReflectsAndTheOtherGoesRound() {
        Domain domain = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", -1, 1));
        AgentSample sample = FreeAgents.walk(
                domain, x -> (1 + Math.cos(Math.PI * x[0])) * (1 + Math.cos(Math.PI * x[1])), NU, 4, AGENTS);

        assertThat(mean(sample, 0, 0, Math.PI)).isEqualTo(0.5, within(4 * deviation(0.5)));
        assertThat(mean(sample, 1, 0, Math.PI)).isEqualTo(0.5 * DECAY, within(4 * deviation(0.5)));
        assertThat(mean(sample, 1, 1, Math.PI)).isEqualTo(0.5 * DECAY, within(4 * deviation(0.5)));
    }

    /** A uniform crowd between two exits: Σ_odd 8/(πk)² exp(-νk²π²) are left. One long step would lose a tenth of those. */
    @Test
    void agentsLeaveThroughExitsInTime() {
        Domain domain = Domain.of(new Axis("x", 0, 1, Boundary.exit(2), Boundary.exit(3)));
        AgentSample sample = FreeAgents.walk(domain, x -> 1, NU, 1, AGENTS);
        double left =
                Arrays.stream(sample.positions(1)).filter(x -> !Double.isNaN(x)).count() / (double) AGENTS;
        double expected = 0;
        for (int k = 1; k < 20; k += 2) {
            expected += 8 / (Math.PI * Math.PI * k * k) * Math.exp(-NU * k * k * Math.PI * Math.PI);
        }

        assertThat(left).isEqualTo(expected, within(4 * deviation(0.5)));
        assertThat(sample.meanCost()).isEqualTo(2.5 * (1 - expected), within(4 * deviation(1.25)));
        assertThat(sample.standardError()).isEqualTo(deviation(1.28), within(0.1 * deviation(1.28)));
    }

    @Test
    void theSameSeedGivesTheSameAgentsOnAnyNumberOfThreads() {
        double[] parallel = positions();
        ForkJoinPool single = new ForkJoinPool(1);
        double[] alone = single.submit(AgentSimulationTest::positions).join();
        single.shutdown();

        assertThat(alone).containsExactly(parallel);
    }

    private static double[] positions() {
        return FreeAgents.walk(Domain.interval(0, 1), x -> 1, NU, 1, 5_000).positions(1);
    }

    /** The mean of cos(frequency x_k) of all agents. */
    private static double mean(AgentSample sample, int level, int k, double frequency) {
        double[] x = sample.positions(level);
        int d = x.length / sample.agents();
        double sum = 0;
        for (int a = 0; a < sample.agents(); a++) {
            sum += Math.cos(frequency * x[a * d + k]);
        }
        return sum / sample.agents();
    }

    private static double deviation(double ofOne) {
        return ofOne / Math.sqrt(AGENTS);
    }
}
