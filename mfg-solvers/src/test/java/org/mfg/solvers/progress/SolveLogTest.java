package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** How a solve ends. */
class SolveLogTest {
    private final DiscreteGame game = SmallGames.discretize(
            SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic()).build(), 12, 6);
    private final double[] u = Guess.stationary(game).u();
    private final double[] m = new double[game.size()];

    SolveLogTest() {
        game.forward(u, m);
    }

    @Test
    void convergedOnceBothResidualsAreAtMostTheTolerance() {
        SolveLog log = log(new StoppingRule(10, 100), Monitor.NONE);
        assertThat(log.record(u, m, 1, 3)).isTrue();
        Equilibrium equilibrium = log.equilibrium();
        assertThat(equilibrium.isConverged()).isTrue();
        assertThat(equilibrium.message()).isEqualTo("Both residuals are at most 10.0.");
        assertThat(equilibrium.u()).isSameAs(u);
        assertThat(equilibrium.m()).isSameAs(m);
        assertThat(equilibrium.sweeps()).isEqualTo(3);
    }

    @Test
    void outOfIterationsSaysHowManyAndWhatToTry() {
        SolveLog log = log(new StoppingRule(1e-8, 2), Monitor.NONE);
        assertThat(log.record(u, m, 1, 0)).isFalse();
        assertThat(log.record(u, m, 1, 0)).isFalse();
        assertThat(log.record(u, m, 1, 0)).isTrue();
        assertEnded(log, Status.MAX_ITERATIONS, "Not converged after 2 iterations. Try tea.");
        assertThat(log.equilibrium().iterations()).isEqualTo(2);
    }

    @Test
    void stalledWhenTheBestResidualNoLongerFalls() {
        SolveLog log = log(new StoppingRule(1e-8, 1000), Monitor.NONE);
        int calls = 1;
        while (!log.record(u, m, 1, 0)) {
            calls++;
        }
        assertEnded(log, Status.STALLED, "No progress in the last 60 iterations. Try tea.");
        assertThat(calls).as("the guess and 60 iterations").isEqualTo(61);
    }

    @Test
    void divergedWhenTheResidualIsNotANumberOrHuge() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] broken = new double[game.size()];
            Arrays.fill(broken, wrong);
            SolveLog log = log(new StoppingRule(1e-8, 1000), Monitor.NONE);
            assertThat(recordOrFail(log, broken)).isTrue();
            assertThat(log.equilibrium().status()).isEqualTo(Status.DIVERGED);
        }
    }

    @Test
    void aFailedSweepIsADivergenceThatNamesItsPlace() {
        SolveLog log = log(new StoppingRule(1e-8, 1000), Monitor.NONE);
        log.record(u, m, 1, 0);
        log.fail(new NumericalFailureException("Fokker-Planck", 3, 7, "the density is NaN"));
        Equilibrium equilibrium = log.equilibrium();
        assertThat(equilibrium.status()).isEqualTo(Status.DIVERGED);
        assertThat(equilibrium.message()).contains("Fokker-Planck", "3", "7", "NaN", "Try tea.");
        assertThat(equilibrium.u()).as("the last iterate").isSameAs(u);
    }

    @Test
    void cancelledWhenTheMonitorAsks() {
        List<Iteration> seen = new ArrayList<>();
        SolveLog log = log(new StoppingRule(1e-8, 1000), new Monitor() {
            @Override
            public void onIteration(Iteration iteration) {
                seen.add(iteration);
            }

            @Override
            public boolean isCancelled() {
                return seen.size() == 2;
            }
        });
        assertThat(log.record(u, m, 1, 0)).isFalse();
        assertThat(log.record(u, m, 1, 0)).isTrue();
        assertEnded(log, Status.CANCELLED, "Cancelled.");
        assertThat(log.equilibrium().history()).isEqualTo(seen);
    }

    @Test
    void anIterateThatSolvesTheGameIsConvergedEvenIfCancelled() {
        SolveLog log = log(new StoppingRule(10, 0), new Monitor() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        });
        log.record(u, m, 1, 0);
        assertThat(log.equilibrium().isConverged()).isTrue();
    }

    @Test
    void thereIsNoEquilibriumBeforeTheEnd() {
        SolveLog log = log(new StoppingRule(1e-8, 5), Monitor.NONE);
        log.record(u, m, 1, 0);
        assertThatIllegalStateException().isThrownBy(log::equilibrium);
    }

    private static boolean recordOrFail(SolveLog log, double[] broken) {
        try {
            return log.record(broken, broken, 1, 0);
        } catch (NumericalFailureException failure) {
            log.fail(failure);
            return true;
        }
    }

    private SolveLog log(StoppingRule rule, Monitor monitor) {
        return new SolveLog(game, rule, monitor, "Try tea.");
    }

    private static void assertEnded(SolveLog log, Status status, String message) {
        assertThat(log.equilibrium().status()).isEqualTo(status);
        assertThat(log.equilibrium().message()).isEqualTo(message);
    }
}
