package org.mfg.app.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.solvers.Mfg;

/** Every solver on the packaged games, against each other and against what is known. */
class SolversTest {
    private static final Mfg MFG = Mfg.load();

    private static DiscreteGame tutorial(Map<String, ?> parameters, int size) {
        return MFG.discretize(MFG.game("tutorial", parameters), size, size);
    }

    private static Equilibrium solve(DiscreteGame game, String solver, Map<String, ?> parameters) {
        return MFG.solver(solver, parameters).solve(game);
    }

    /** The values of two independent implementations of the same scheme. */
    @Test
    void theTutorialHasTheKnownValues() {
        Equilibrium e = solve(tutorial(Map.of(), 100), "newton", Map.of("tolerance", 1e-10));

        assertThat(e.status()).isEqualTo(Status.CONVERGED);
        assertThat(e.last().hjbResidual()).isLessThanOrEqualTo(1e-10);
        assertThat(e.last().fpResidual()).isLessThanOrEqualTo(1e-10);
        assertThat(e.last().massDrift()).isLessThanOrEqualTo(1e-13);
        assertThat(e.last().minDensity()).isPositive();
        assertThat(e.last().exploitability()).isCloseTo(0, within(1e-12));
        int n = 100;
        double mean = 0;
        double square = 0;
        double max = 0;
        for (int i = 0; i < n; i++) {
            double mass = e.grid().weight(i) * e.m()[100 * n + i];
            double x = e.grid().coordinate(i, 0);
            mean += mass * x;
            square += mass * x * x;
            max = Math.max(max, e.m()[100 * n + i]);
        }
        assertThat(mean).isCloseTo(0.52516902, within(1e-6));
        assertThat(square - mean * mean).isCloseTo(0.05923980, within(1e-6));
        assertThat(max).isCloseTo(1.338585, within(1e-6));
        assertThat(value(e, 0, 0.3)).isCloseTo(0.75542291, within(1e-6));
        assertThat(value(e, 0, 0.7)).isCloseTo(0.32489238, within(1e-6));
        assertThat(value(e, 50, 0.5)).isCloseTo(0.31336031, within(1e-6));
    }

    private static double value(Equilibrium e, int level, double x) {
        int n = e.grid().size();
        double at = x / e.grid().spacing(0);
        int i = (int) at;
        return (i + 1 - at) * e.u()[level * n + i] + (at - i) * e.u()[level * n + i + 1];
    }

    @ParameterizedTest
    @ValueSource(strings = {"anderson", "policy-iteration", "picard", "admm"})
    void solversAgreeWithNewton(String solver) {
        DiscreteGame game = tutorial(Map.of(), 100);
        Equilibrium newton = solve(game, "newton", Map.of("tolerance", 1e-10));
        Equilibrium other = solve(game, solver, Map.of("tolerance", 1e-10));

        assertThat(other.status()).isEqualTo(Status.CONVERGED);
        assertThat(distance(other.u(), newton.u())).isLessThan(1e-7);
        assertThat(distance(other.m(), newton.m())).isLessThan(1e-7);
    }

    @Test
    void picardWithALargeRelaxationSwingsAndSaysSo() {
        Equilibrium e = solve(tutorial(Map.of(), 100), "picard", Map.of("relaxation", 0.5));

        assertThat(e.status()).isEqualTo(Status.STALLED);
        assertThat(e.message()).contains("swings", "smaller relaxation", "newton");
        assertThat(e.iterations()).isLessThan(200);
    }

    /** From a population that stays, believed in with half the weight after one round: the gain falls at least like 1/k. */
    @Test
    void fictitiousPlayLowersTheExploitabilityAtLeastLikeOneOverK() {
        Equilibrium e = solve(tutorial(Map.of(), 50), "fictitious-play", Map.of("max-iterations", 200));

        double early = e.history().get(20).exploitability();
        double late = e.history().get(200).exploitability();
        assertThat(late).isPositive().isLessThan(early / 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picard", "anderson", "fictitious-play", "policy-iteration", "newton", "admm"})
    void withoutACouplingTheFirstBestResponseIsTheEquilibrium(String solver) {
        DiscreteGame game = tutorial(Map.of("lambda", 0), 40);
        Equilibrium e = solve(game, solver, Map.of("levels", 0));

        Guess first = Guess.stationary(game);
        assertThat(e.isConverged()).isTrue();
        assertThat(e.iterations()).isZero();
        assertThat(distance(e.u(), first.u())).isLessThan(1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "linear-quadratic, picard", "linear-quadratic, anderson", "linear-quadratic, policy-iteration",
        "hopf-cole, anderson", "hopf-cole, policy-iteration", "hopf-cole, newton",
        "crowd-aversion, anderson", "crowd-aversion, policy-iteration", "crowd-aversion, newton",
        "exit-corridor, anderson", "exit-corridor, policy-iteration", "exit-corridor, newton"
    })
    void solversConvergeOnThePackagedGames(String game, String solver) {
        Equilibrium e = solve(MFG.discretize(MFG.game(game, Map.of()), 40, 30), solver, Map.of());

        assertThat(e.status()).isEqualTo(Status.CONVERGED);
        assertThat(e.last().massDrift()).isLessThan(1e-12);
        assertThat(e.last().defect()).isLessThan(1e-5);
        assertThat(e.last().exploitability()).isCloseTo(0, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"picard", "anderson", "fictitious-play", "policy-iteration", "newton", "admm"})
    void aSolveCanBeCancelled(String solver) {
        Monitor afterTwo = new Monitor() {
            private int seen;

            @Override
            public void onIteration(Iteration iteration) {
                seen++;
            }

            @Override
            public boolean isCancelled() {
                return seen >= 2;
            }
        };
        DiscreteGame game = tutorial(Map.of(), 40);
        Equilibrium e = MFG.solver(solver, Map.of("levels", 0)).solve(game, null, afterTwo);

        assertThat(e.status()).isEqualTo(Status.CANCELLED);
        assertThat(e.history()).hasSize(2);
    }

    /** Mirrored data have the mirrored equilibrium. */
    @Test
    void theMirroredTutorialIsTheTutorialInAMirror() {
        Equilibrium e = solve(tutorial(Map.of(), 50), "newton", Map.of("tolerance", 1e-11));
        Equilibrium mirrored =
                solve(tutorial(Map.of("center", 0.7, "target", 0.3), 50), "newton", Map.of("tolerance", 1e-11));

        int n = 50;
        for (int i = 0; i < e.m().length; i++) {
            int j = i / n * n + n - 1 - i % n;
            assertThat(mirrored.m()[j]).isCloseTo(e.m()[i], within(1e-9));
            assertThat(mirrored.u()[j]).isCloseTo(e.u()[i], within(1e-9));
        }
    }

    /** Small viscosity, strong coupling, all exponents: coarse, to be quick; docs/robustness.md has the whole table. */
    @ParameterizedTest
    @CsvSource({
        "1, 5, 3, 3",
        "0.1, 5, 0.5, 2",
        "0.01, 5, 3, 2",
        "0.01, 2, 1, 3",
        "0.001, 5, 2, 2",
        "0.001, 5, 3, 3",
        "0.001, 1, 0.5, 2",
        "0.1, 1, 1, 1.5"
    })
    void newtonMastersHardParameters(double viscosity, double lambda, double gamma, double beta) {
        DiscreteGame game =
                tutorial(Map.of("viscosity", viscosity, "lambda", lambda, "gamma", gamma, "beta", beta), 40);

        assertThat(solve(game, "newton", Map.of()).status()).isEqualTo(Status.CONVERGED);
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
