package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.progress.Yardstick;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.WatchedGame;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;
import org.mfg.solvers.newton.NewtonSolver;

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
        assertThat(log.equilibrium().message()).isEqualTo("No progress in the last 60 iterations. Advice.");
        assertThat(recorded).as("the first and 60 that are no better").isEqualTo(61);
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
        int[] backwardSweeps = {0};
        DiscreteGame counting = WatchedGame.countingBackward(game, backwardSweeps);
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
        assertThat(backwardSweeps[0]).isEqualTo(15);
    }

    /** A solver sets the pressure of a trial that it then gives up. */
    @Test
    void thePressureIsThatOfTheIterateRecorded() {
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, new Quadratic())
                        .ceiling((t, x) -> 5)
                        .build(),
                15,
                10);
        double[] pressure = new double[game.size()];
        Arrays.fill(pressure, 15, pressure.length, 0.1);
        Guess start = Guess.stationary(game);
        double[] m = start.m().clone();
        game.forward(start.u(), m);
        SolveLog log = SolveLog.ofConstraints(game, new StoppingRule(1e-8, 50), Monitor.NONE, "Advice.");
        game.setPressure(pressure);
        log.record(start.u(), m, 1, 1);
        double exploitability = log.last().exploitability();
        game.setPressure(new double[game.size()]);
        log.stop(Status.STALLED, "no step is better");

        assertThat(log.equilibrium().pressure().orElseThrow()).containsExactly(pressure);
        assertThat(new Yardstick(game).measure(0, start.u(), m, 1, 1, 0).exploitability())
                .isEqualTo(exploitability);
    }

    /** All costs of the game in a unit that is 1e10 times as large, or 1e9 more to pay wherever one is: any strategy would be within 1e-8. */
    @Test
    void thatTheToleranceAsksNothingIsSaid() {
        double tiny = 1e-10;
        MeanFieldGame small = game(1).game().toBuilder()
                .hamiltonian(new AxiswiseHamiltonian() {
                    @Override
                    public double axisValue(int axis, double t, double[] x, double p, double m) {
                        return 0.5 * p * p / tiny;
                    }

                    @Override
                    public double axisDerivative(int axis, double t, double[] x, double p, double m) {
                        return p / tiny;
                    }
                })
                .replaceCouplings(coupling -> (LocalCoupling) (t, x, m) -> tiny * m)
                .terminalCost(x -> tiny * x[0] * x[0])
                .build();
        MeanFieldGame raised =
                game(1).game().toBuilder().terminalCost(x -> 1e9 + x[0] * x[0]).build();
        MeanFieldGame flat = game(1).game().toBuilder()
                .initialDensity(x -> 1)
                .terminalCost(x -> 0)
                .build();

        String asked = "Both residuals are at most 1.0E-8.";
        assertThat(message(small)).startsWith(asked + " But u differs by no more than ");
        assertThat(message(raised)).startsWith(asked + " But u differs by no more than ");
        assertThat(message(flat)).isEqualTo(asked);
        assertThat(message(game(1).game())).isEqualTo(asked);
    }

    private static String message(MeanFieldGame game) {
        return new NewtonSolver(new StoppingRule(1e-8, 50))
                .solve(SmallGames.discretize(game, 15, 10))
                .message();
    }

    @Test
    void aFailedSweepDiverges() {
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.record(guess.u(), population(), 1, 1);
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
            double[] m = population();
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
        assertThat(ended.record(guess.u(), population(), 1, 1)).isTrue();
        assertThat(ended.equilibrium().status()).isEqualTo(Status.MAX_ITERATIONS);
        assertThat(ended.last().defect()).isNaN();
        assertThat(ended.last().residual()).isFinite();

        SolveLog going = new SolveLog(broken, RULE, Monitor.NONE, "Advice.");
        double[] m = population();
        assertThatThrownBy(() -> going.record(guess.u(), m, 1, 1)).isInstanceOf(NumericalFailureException.class);
    }

    @Test
    void whereRoundOffCannotBeMeasuredItIsNotBlamed() {
        SolveLog log =
                new SolveLog(WatchedGame.failing(game, "forward"), new StoppingRule(1e-8, 0), Monitor.NONE, "Advice.");
        log.record(guess.u(), population(), 1, 1);

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
    void theMonitorHearsOfEveryIterationAsItIsRecorded() {
        List<Iteration> heard = new ArrayList<>();
        Monitor listening = new Monitor() {
            @Override
            public void onIteration(Iteration iteration) {
                heard.add(iteration);
            }
        };
        SolveLog log = new SolveLog(game, new StoppingRule(1e-8, 25), listening, "Advice.");
        double[] m = population();
        while (!log.record(guess.u(), m, 1, 1)) {
            // The same iterate again.
        }
        assertThat(heard).isEqualTo(log.equilibrium().history()).hasSize(26);
    }

    /** No time passes that the caller's clock, read before and after, does not see. */
    @Test
    void secondsAreThoseSinceTheSolveBegan() {
        long before = System.nanoTime();
        SolveLog log = new SolveLog(game, new StoppingRule(1e-8, 1), Monitor.NONE, "Advice.");
        log.record(guess.u(), population(), 1, 1);
        log.record(guess.u(), population(), 1, 1);
        double passed = (System.nanoTime() - before) * 1e-9;
        double first = log.equilibrium().history().get(0).seconds();
        assertThat(first).isPositive();
        assertThat(log.last().seconds()).isGreaterThanOrEqualTo(first).isLessThanOrEqualTo(passed);
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
        assertThat(log.equilibrium().message()).isEqualTo("Cancelled.");
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
