package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.progress.Yardstick;
import org.mfg.solvers.WatchedGame;
import org.mfg.solvers.newton.NewtonSolver;

/** How solves end, and what they say of it. */
class SolveEndTest {
    private static final StoppingRule RULE = new StoppingRule(1e-8, 3);

    private final DiscreteGame game = LoggedGame.of(1);
    private final Guess guess = Guess.stationary(game);

    @Test
    void anEquilibriumConverges() {
        DiscreteGame uncoupled = LoggedGame.of(0);
        Guess start = Guess.stationary(uncoupled);
        double[] m = start.m().clone();
        uncoupled.forward(start.u(), m);
        SolveLog log = new SolveLog(uncoupled, RULE, Monitor.NONE, "Advice.");

        assertThat(log.record(start.u(), m, 1, 0)).isTrue();
        assertThat(log.equilibrium().status()).isEqualTo(Status.CONVERGED);
        assertThat(log.last().exploitability()).isCloseTo(0, within(1e-14));
    }

    @Test
    void iterationsRunOutWithAdvice() {
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Try something else.");
        int recorded = 0;
        while (!log.record(guess.u(), LoggedGame.population(game), 1, 1)) {
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
        while (!log.record(guess.u(), LoggedGame.population(game), 1, 1)) {
            recorded++;
        }
        assertThat(log.equilibrium().status()).isEqualTo(Status.STALLED);
        assertThat(log.equilibrium().message()).isEqualTo("No progress in the last 60 iterations. Advice.");
        assertThat(recorded).as("the first and 60 that are no better").isEqualTo(61);
    }

    /** The residual of the stationary guess is known to all digits; the tolerance is set just above and just below it. */
    @Test
    void convergedMeansAtMostTheToleranceAndNotALittleMore() {
        SolveLog measure = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        measure.record(guess.u(), LoggedGame.population(game), 1, 1);
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
        log.record(guess.u(), LoggedGame.population(game), 1, 1);
        return log.equilibrium().status();
    }

    @Test
    void aFailedSweepDiverges() {
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.record(guess.u(), LoggedGame.population(game), 1, 1);
        log.fail(new NumericalFailureException("Fokker-Planck", 3, 4, "the density is not finite"));

        assertThat(log.equilibrium().status()).isEqualTo(Status.DIVERGED);
        assertThat(log.equilibrium().message()).contains("Fokker-Planck", "3", "4");
    }

    /** A sweep fails before there is an iterate: nothing is known, and nothing is made up. */
    @Test
    void aSolveWithoutAnIterateHasFieldsAndMeasuresOfNaN() {
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.fail(new NumericalFailureException("Fokker-Planck", 3, 4, "the density is not finite"));

        assertThat(log.equilibrium().status()).isEqualTo(Status.DIVERGED);
        assertThat(log.equilibrium().u()).hasSize(game.size()).containsOnly(Double.NaN);
        assertThat(log.equilibrium().m()).hasSize(game.size()).containsOnly(Double.NaN);
        assertThat(log.equilibrium().history()).hasSize(1);
        assertThat(log.last().residual()).isNaN();
        assertThat(log.last().defect()).isNaN();
    }

    @Test
    void aSolveThatStopsBeforeItsFirstIterateGivesItsReason() {
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.stop(Status.STALLED, "there is no start");

        assertThat(log.isAtRoundOff()).isFalse();
        assertThat(log.equilibrium().message()).isEqualTo("There is no start. Advice.");
    }

    @Test
    void aResidualThatGrowsWithoutBoundsDivergesAtOnce() {
        for (double size : new double[] {1e9, Double.NaN}) {
            double[] u = guess.u().clone();
            for (int i = 0; i < u.length; i++) {
                u[i] += size * (i % 2);
            }
            SolveLog log = new SolveLog(game, new StoppingRule(1e-8, 50), Monitor.NONE, "Advice.");
            double[] m = LoggedGame.population(game);
            m[m.length - 1] = size * size;

            assertThat(log.record(u, m, 1, 1)).isTrue();
            assertThat(log.equilibrium().status()).isEqualTo(Status.DIVERGED);
            assertThat(log.equilibrium().message())
                    .isEqualTo("The residual grew to " + log.last().residual() + ". Advice.");
        }
    }

    /** The last iterate is complete if it can be; a best response that fails is no reason to lose why the solve ended. */
    @Test
    void aBestResponseThatFailsMattersOnlyWhileTheSolveGoesOn() {
        DiscreteGame broken = WatchedGame.failing(game, "backward");
        SolveLog ended = new SolveLog(broken, new StoppingRule(1e-8, 0), Monitor.NONE, "Advice.");
        assertThat(ended.record(guess.u(), LoggedGame.population(game), 1, 1)).isTrue();
        assertThat(ended.equilibrium().status()).isEqualTo(Status.MAX_ITERATIONS);
        assertThat(ended.last().defect()).isNaN();
        assertThat(ended.last().residual()).isFinite();

        SolveLog going = new SolveLog(broken, RULE, Monitor.NONE, "Advice.");
        double[] m = LoggedGame.population(game);
        assertThatThrownBy(() -> going.record(guess.u(), m, 1, 1)).isInstanceOf(NumericalFailureException.class);
    }

    @Test
    void whereRoundOffCannotBeMeasuredItIsNotBlamed() {
        SolveLog log =
                new SolveLog(WatchedGame.failing(game, "forward"), new StoppingRule(1e-8, 0), Monitor.NONE, "Advice.");
        log.record(guess.u(), LoggedGame.population(game), 1, 1);

        assertThat(log.isAtRoundOff()).isFalse();
        assertThat(log.equilibrium().message()).isEqualTo("Not converged after 0 iterations. Advice.");
    }

    /** At the equilibrium of a game, found as well as it can be, a tolerance out of reach ends every solve; the message says why. */
    @Test
    void roundOffIsBlamedWhereItIsWhatStopsTheSolveAndNowhereElse() {
        Equilibrium found = new NewtonSolver(new StoppingRule(1e-18, 50)).solve(game);
        double attainable = new Yardstick(game).attainable(found.u(), found.m());
        double reachable = 2 * attainable;
        double residual = found.last().residual();
        assertThat(residual).as("at round-off").isLessThan(5 * attainable);

        String blamed = "Round-off is what stops it: the tolerance that can be had here is about ";
        for (Status status : new Status[] {Status.STALLED, Status.MAX_ITERATIONS}) {
            String message = stopped(found, 1e-18, status);
            assertThat(message).startsWith(blamed).endsWith(".");
            double told = Double.parseDouble(message.substring(blamed.length(), message.length() - 1));
            assertThat(told).isBetween(Math.max(attainable, residual), 3 * Math.max(attainable, residual));
        }
        assertThat(stopped(found, 1e-18, Status.DIVERGED)).isEqualTo("The reason. Advice.");
        assertThat(stopped(found, 1e-18, Status.CANCELLED)).isEqualTo("The reason.");
        assertThat(stopped(found, reachable, Status.STALLED)).startsWith(blamed);
        assertThat(stopped(found, reachable, Status.MAX_ITERATIONS))
                .as("a tolerance that can be had: the solve was only slow")
                .isEqualTo("The reason. Advice.");
    }

    private String stopped(Equilibrium at, double tolerance, Status status) {
        SolveLog log = new SolveLog(game, new StoppingRule(tolerance, 50), Monitor.NONE, "Advice.");
        log.record(at.u(), at.m(), 1, 1);
        log.stop(status, "the reason");
        return log.equilibrium().message();
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

        assertThat(log.record(guess.u(), LoggedGame.population(game), 1, 1)).isTrue();
        assertThat(log.equilibrium().status()).isEqualTo(Status.CANCELLED);
        assertThat(log.equilibrium().message()).isEqualTo("Cancelled.");
    }
}
