package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.agents.AgentSample;
import org.mfg.solvers.agents.AgentSimulation;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.PositionObservations;

/** Parameters of the tutorial from where agents were. */
class PositionFitTest {
    private static final Recovery TUTORIAL = new Recovery(30, 15, "upwind");
    private static final SchemeChain CHAIN =
            new SchemeChain(TUTORIAL.game, TUTORIAL.equilibrium.u(), TUTORIAL.equilibrium.m());
    private static final int AGENTS = 10_000;

    /** Paths at five times, of agents who move as the scheme says. */
    private static PositionObservations observed(long seed) {
        Random random = new Random(seed);
        int times = 5;
        long[] agents = new long[AGENTS * times];
        double[] t = new double[agents.length];
        double[][] places = new double[agents.length][];
        int[] path = {};
        for (int i = 0; i < agents.length; i++) {
            path = i % times == 0 ? CHAIN.path(random) : path;
            int level = 3 * (i % times + 1);
            agents[i] = i / times;
            t[i] = TUTORIAL.game.time().time(level);
            places[i] = new double[] {TUTORIAL.game.grid().coordinate(path[level], 0)};
        }
        return new PositionObservations(agents, t, places);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theParametersLieWithinThreeStandardErrors(long seed) {
        assertThat(Recovery.isWithinThree(TUTORIAL.fit(observed(seed)))).isTrue();
    }

    /** The probability of 3 standard errors of each of three parameters is 0.99; estimates scatter as their standard errors say, to the 7 % of 100 samples. */
    @Test
    @Tag("slow")
    void ofAHundredSamplesNinetyFiveAtLeastAreWithinThreeStandardErrors() {
        int within = 0;
        double[][] found = new double[3][100];
        double[] told = new double[3];
        for (int seed = 0; seed < 100; seed++) {
            Fit fit = TUTORIAL.fit(observed(seed));
            within += Recovery.isWithinThree(fit) ? 1 : 0;
            for (int k = 0; k < 3; k++) {
                found[k][seed] = fit.values()[k];
                told[k] += fit.standardErrors()[k] / 100;
            }
        }
        assertThat(within).isGreaterThanOrEqualTo(95);
        for (int k = 0; k < 3; k++) {
            assertThat(new StandardDeviation().evaluate(found[k]) / told[k]).isCloseTo(1, within(0.25));
        }
    }

    /** Agents who follow their stochastic differential equation know nothing of the equation of the crowd. */
    @Test
    void theCouplingIsFoundFromSimulatedAgents() {
        Recovery second = new Recovery(60, 30, "crank-nicolson");
        int count = 1000;
        AgentSample sample = new AgentSimulation(second.game, second.equilibrium.u(), second.equilibrium.m(), 10)
                .run(count, 1, new int[] {15, 30}, 0);
        long[] agents = new long[2 * count];
        double[] t = new double[2 * count];
        double[][] places = new double[2 * count][];
        for (int i = 0; i < agents.length; i++) {
            agents[i] = i / 2;
            t[i] = i % 2 == 0 ? 0.5 : 1;
            places[i] = new double[] {sample.positions(i % 2)[i / 2]};
        }
        PositionObservations data = new PositionObservations(agents, t, places);
        Fit fit = FitStudy.best(second.study(Map.of("lambda", 0.8)), List.of("lambda"), false, data, 1, Monitor.NONE);
        assertThat(fit.values()[0]).isCloseTo(0.5, within(3 * fit.standardErrors()[0]));
        assertThat(fit.standardErrors()[0]).isLessThan(0.05);
        assertThat(Arrays.stream(fit.normalResiduals())
                        .map(z -> z * z)
                        .average()
                        .orElse(0))
                .isCloseTo(1, within(0.1));
    }

    /** From one position each the standard error by scores is that of Fisher's information, but for the sample; of paths it is larger. */
    @Test
    void scoresOfIndependentPositionsAreFishersInformation() {
        PositionObservations paths = observed(1);
        long[] everyoneElse = new long[paths.count()];
        Arrays.setAll(everyoneElse, i -> i);
        Fit apart = coupling(new PositionObservations(everyoneElse, paths.times(), paths.places()));
        Fit together = coupling(paths);
        assertThat(apart.values()[0]).isCloseTo(together.values()[0], within(1e-9));
        assertThat(apart.standardErrors()[0] * apart.singularValues()[0] / apart.values()[0])
                .isCloseTo(1, within(0.03));
        assertThat(together.standardErrors()[0]).isGreaterThan(1.2 * apart.standardErrors()[0]);
    }

    private static Fit coupling(PositionObservations data) {
        return FitStudy.best(TUTORIAL.study(Map.of("lambda", 0.6)), List.of("lambda"), false, data, 1, Monitor.NONE);
    }
}
