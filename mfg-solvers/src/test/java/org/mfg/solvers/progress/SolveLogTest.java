package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;

class SolveLogTest {
    private static final StoppingRule RULE = new StoppingRule(1e-8, 3);

    private final DiscreteGame game = game(1);
    private final Guess guess = Guess.stationary(game);

    @Test
    void anEquilibriumConverges() {
        DiscreteGame uncoupled = game(0);
        Guess start = Guess.stationary(uncoupled);
        double[] m = start.m().clone();
        uncoupled.forward(start.u(), m);
        SolveLog log = new SolveLog(uncoupled, RULE, Monitor.NONE, "Advice.");

        assertThat(log.record(start.u(), m, 1, 0)).isTrue();
        assertThat(log.equilibrium().status()).isEqualTo(Status.CONVERGED);
        assertThat(log.last().exploitability()).isCloseTo(0, org.assertj.core.api.Assertions.within(1e-14));
    }

    @Test
    void iterationsRunOutWithAdvice() {
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Try something else.");
        int recorded = 0;
        while (!log.record(guess.u(), population(), 1, 1)) {
            recorded++;
        }
        assertThat(recorded).isEqualTo(3);
        assertThat(log.equilibrium().status()).isEqualTo(Status.MAX_ITERATIONS);
        assertThat(log.equilibrium().message()).endsWith("Try something else.");
        assertThat(log.equilibrium().sweeps()).isEqualTo(4);
    }

    @Test
    void noProgressIsAStall() {
        SolveLog log = new SolveLog(game, new StoppingRule(1e-8, 1000), Monitor.NONE, "Advice.");
        int recorded = 1;
        while (!log.record(guess.u(), population(), 1, 1)) {
            recorded++;
        }
        assertThat(log.equilibrium().status()).isEqualTo(Status.STALLED);
        assertThat(recorded).isBetween(10, 100);
    }

    /** What is returned is what was measured, though a solver's search goes on in the same arrays. */
    @Test
    void theIterateReturnedIsTheOneRecorded() {
        double[] u = guess.u().clone();
        double[] m = population();
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.record(u, m, 1, 1);
        Arrays.fill(u, 7);
        Arrays.fill(m, 7);
        log.stop(Status.STALLED, "no step is better");

        assertThat(log.equilibrium().u()).containsExactly(guess.u());
        assertThat(log.equilibrium().m()).containsExactly(population());
    }

    @Test
    void aSweepThatFailsOnTheWayToTheNextIterateLeavesTheLast() {
        double[] u = guess.u().clone();
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.record(u, population(), 1, 1);
        Arrays.fill(u, Double.NaN);
        log.fail(new NumericalFailureException("Hamilton-Jacobi-Bellman", 3, 4, "the value function is not finite"));

        assertThat(log.equilibrium().u()).containsExactly(guess.u());
        assertThat(log.equilibrium().last().defect()).isFinite();
    }

    /** The residual of the stationary guess is known to all digits; the tolerance is set just above and just below it. */
    @Test
    void convergedMeansAtMostTheToleranceAndNotALittleMore() {
        SolveLog measure = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        measure.record(guess.u(), population(), 1, 1);
        double residual = measure.last().residual();

        for (double factor : new double[] {1, 1.01, 2}) {
            assertThat(statusAt(factor * residual)).isEqualTo(Status.CONVERGED);
        }
        for (double factor : new double[] {1 / 1.01, 1 / 1.2, 1 / 1.5, 0.5}) {
            assertThat(statusAt(factor * residual)).isEqualTo(Status.MAX_ITERATIONS);
        }
    }

    private Status statusAt(double tolerance) {
        SolveLog log = new SolveLog(game, new StoppingRule(tolerance, 0), Monitor.NONE, "Advice.");
        log.record(guess.u(), population(), 1, 1);
        return log.equilibrium().status();
    }

    /** A long solve is measured in full at its beginning, now and then, and at its end; its residuals always. */
    @Test
    void aLongSolveDoesNotPayForEveryDefect() {
        CountingGame counting = new CountingGame(game);
        SolveLog log = new SolveLog(counting, new StoppingRule(1e-8, 47), Monitor.NONE, "Advice.");
        double[] m = population();
        while (!log.record(guess.u(), m, 1, 1)) {
            // The same iterate again.
        }
        List<Iteration> history = log.equilibrium().history();
        assertThat(history).hasSize(48).allSatisfy(i -> assertThat(i.residual()).isFinite());
        assertThat(history.stream().filter(i -> !Double.isNaN(i.defect())).map(Iteration::index))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 47);
        assertThat(history.stream().filter(i -> !Double.isNaN(i.exploitability())))
                .hasSize(15);
        assertThat(counting.backwardSweeps()).isEqualTo(15);
    }

    @Test
    void aFailedSweepDiverges() {
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.record(guess.u(), population(), 1, 1);
        log.fail(new NumericalFailureException("Fokker-Planck", 3, 4, "the density is not finite"));

        assertThat(log.equilibrium().status()).isEqualTo(Status.DIVERGED);
        assertThat(log.equilibrium().message()).contains("Fokker-Planck", "3", "4");
    }

    @Test
    void aWishToStopCancels() {
        Monitor stop = new Monitor() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        SolveLog log = new SolveLog(game, RULE, stop, "Advice.");

        assertThat(log.record(guess.u(), population(), 1, 1)).isTrue();
        assertThat(log.equilibrium().status()).isEqualTo(Status.CANCELLED);
    }

    /** The adjoint identity against the definition: evaluate the policy by a linear backward sweep, then compare the costs. */
    @Test
    void theExploitabilityIsWhatOneAgentGains() {
        UnaryOperator<double[]> wave = u -> {
            double[] v = u.clone();
            for (int i = 0; i < v.length; i++) {
                v[i] += 0.05 * Math.sin(i);
            }
            return v;
        };
        double[] u = wave.apply(guess.u());
        double[] m = guess.m().clone();
        game.forward(u, m);
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.record(u, m, 1, 0);

        double[] residual = new double[game.size()];
        double[] correction = new double[game.size()];
        game.backwardResidual(u, m, residual);
        game.linearize(u, m).backward(null, residual, correction);
        double[] best = u.clone();
        game.backward(m, best);
        double gain = 0;
        for (int i = 0; i < game.grid().size(); i++) {
            gain += game.grid().weight(i) * m[i] * (u[i] - correction[i] - best[i]);
        }
        assertThat(log.last().exploitability())
                .isPositive()
                .isCloseTo(gain, org.assertj.core.api.Assertions.within(1e-13));
    }

    private double[] population() {
        double[] m = guess.m().clone();
        game.forward(guess.u(), m);
        return m;
    }

    private static DiscreteGame game(double strength) {
        MeanFieldGame game = MeanFieldGame.builder("test")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0.05)
                .hamiltonian(new Quadratic())
                .coupling((LocalCoupling) (t, x, m) -> strength * m)
                .terminalCost(x -> x[0] * x[0])
                .initialDensity(x -> 1 + x[0])
                .build();
        return new UpwindDiscretization().discretize(game, Grid.of(game.domain(), 15), game.timeGrid(10));
    }

    private static final class Quadratic implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0.5 * r * r;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return r;
        }
    }
}
