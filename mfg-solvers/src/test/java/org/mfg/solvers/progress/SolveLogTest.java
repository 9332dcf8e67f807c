package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.progress.Yardstick;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.WatchedGame;
import org.mfg.solvers.newton.NewtonSolver;

/** What a log keeps and measures on the way; {@link SolveEndTest} has how solves end. */
class SolveLogTest {
    private static final StoppingRule RULE = new StoppingRule(1e-8, 3);

    private final DiscreteGame game = LoggedGame.of(1);
    private final Guess guess = Guess.stationary(game);

    /** What is returned is what was measured, though a solver's search goes on in the same arrays. */
    @Test
    void theIterateReturnedIsTheOneRecorded() {
        double[] u = guess.u().clone();
        double[] m = LoggedGame.population(game);
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.record(u, m, 1, 1);
        Arrays.fill(u, 7);
        Arrays.fill(m, 7);
        log.stop(Status.STALLED, "no step is better");

        assertThat(log.equilibrium().u()).containsExactly(guess.u());
        assertThat(log.equilibrium().m()).containsExactly(LoggedGame.population(game));
    }

    @Test
    void aSweepThatFailsOnTheWayToTheNextIterateLeavesTheLast() {
        double[] u = guess.u().clone();
        SolveLog log = new SolveLog(game, RULE, Monitor.NONE, "Advice.");
        log.record(u, LoggedGame.population(game), 1, 1);
        Arrays.fill(u, Double.NaN);
        log.fail(new NumericalFailureException("Hamilton-Jacobi-Bellman", 3, 4, "the value function is not finite"));

        assertThat(log.equilibrium().u()).containsExactly(guess.u());
        assertThat(log.equilibrium().last().defect()).isFinite();
    }

    /** A long solve is measured in full at its beginning, now and then, and at its end; its residuals always. */
    @Test
    void aLongSolveDoesNotPayForEveryDefect() {
        int[] backwardSweeps = {0};
        DiscreteGame counting = WatchedGame.countingBackward(game, backwardSweeps);
        SolveLog log = new SolveLog(counting, new StoppingRule(1e-8, 47), Monitor.NONE, "Advice.");
        double[] m = LoggedGame.population(game);
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
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
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

    /** All costs of the game in a unit that is 1e10 times as large: any strategy would be within 1e-8. */
    @Test
    void thatTheToleranceAsksNothingIsSaid() {
        double tiny = 1e-10;
        MeanFieldGame small = game.game().toBuilder()
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
        MeanFieldGame flat = game.game().toBuilder()
                .initialDensity(x -> 1)
                .terminalCost(x -> 0)
                .build();

        String asked = "Both residuals are at most 1.0E-8.";
        assertThat(solve(small).message()).startsWith(asked + " But u differs by no more than ");
        assertThat(solve(flat).message()).isEqualTo(asked);
        assertThat(solve(game.game()).message()).isEqualTo(asked);
    }

    /** What everybody pays wherever he is is no part of the game, unless it leaves no digits to see the game by. */
    @Test
    void aConstantInTheCostsChangesNoCrowd() {
        Equilibrium raised = solve(raised(1e7));
        assertThat(raised.status()).isEqualTo(Status.CONVERGED);
        assertThat(raised.m()).containsExactly(solve(game.game()).m(), within(1e-4));

        Equilibrium hidden = solve(raised(1e13));
        assertThat(hidden.status()).isEqualTo(Status.STALLED);
        assertThat(hidden.message()).startsWith("Round-off is what stops it");
    }

    private MeanFieldGame raised(double constant) {
        return game.game().toBuilder().terminalCost(x -> constant + x[0] * x[0]).build();
    }

    private static Equilibrium solve(MeanFieldGame game) {
        return new NewtonSolver(new StoppingRule(1e-8, 50)).solve(SmallGames.discretize(game, 15, 10));
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
        double[] m = LoggedGame.population(game);
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
        log.record(guess.u(), LoggedGame.population(game), 1, 1);
        log.record(guess.u(), LoggedGame.population(game), 1, 1);
        double passed = (System.nanoTime() - before) * 1e-9;
        double first = log.equilibrium().history().get(0).seconds();
        assertThat(first).isPositive();
        assertThat(log.last().seconds()).isGreaterThanOrEqualTo(first).isLessThanOrEqualTo(passed);
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
        assertThat(log.last().exploitability()).isPositive().isCloseTo(gain, within(1e-13));
    }
}
