package org.mfg.solvers.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.WatchedGame;

class NewtonSolverTest {
    private static final StoppingRule TIGHT = new StoppingRule(1e-12, 60);
    private static final KrylovSettings EXACT = new KrylovSettings(1e-9, 500, 100);

    @Test
    void convergesQuadraticallyWhenItsLinearSystemsAreSolvedExactly() {
        DiscreteGame game = game(Hamiltonians.quadratic(), 0.05, 0.5);
        Equilibrium equilibrium = new NewtonSolver(TIGHT, EXACT, false).solve(game);
        assertThat(equilibrium.isConverged()).isTrue();
        List<Double> residuals =
                equilibrium.history().stream().map(Iteration::residual).toList();
        assertThat(residuals).hasSizeLessThan(9);
        int end = residuals.size() - 1;
        for (int k = end - 2; k < end; k++) {
            double floor = 1e-13;
            double before = residuals.get(k);
            // The constant of a quadratic method; a linear one with the factor 0.1 would need 100 at 1e-3.
            assertThat(residuals.get(k + 1)).isLessThan(10 * before * before + floor);
        }
    }

    static Stream<Hamiltonian> hamiltonians() {
        return Stream.of(
                Hamiltonians.quadratic(),
                Hamiltonians.drifting(),
                Hamiltonians.driftingInACrowd(),
                Hamiltonians.power(1.5, 0),
                Hamiltonians.power(2, 0.5),
                Hamiltonians.power(3, 0),
                Hamiltonians.unstructured());
    }

    @ParameterizedTest
    @MethodSource("hamiltonians")
    void findsThePairThatEachSweepAnswersWithTheOther(Hamiltonian hamiltonian) {
        for (var domain : List.of(SmallGames.INTERVAL, SmallGames.RING, SmallGames.CORRIDOR)) {
            DiscreteGame game = SmallGames.discretize(
                    SmallGames.tutorial(domain, hamiltonian).viscosity(0.05).build(), 30, 15);
            Equilibrium equilibrium = new NewtonSolver(new StoppingRule(1e-9, 60)).solve(game);
            assertThat(equilibrium.isConverged())
                    .as(domain + ": " + equilibrium.message())
                    .isTrue();
            double[] u = new double[game.size()];
            double[] m = equilibrium.m().clone();
            game.backward(equilibrium.m(), u);
            game.forward(u, m);
            // Lipschitz but for |p|^1.5, whose drift √p turns 1e-9 into some 1e-5.
            double tolerance = hamiltonian.equals(Hamiltonians.power(1.5, 0)) ? 1e-3 : 1e-6;
            assertThat(u).containsExactly(equilibrium.u(), within(1e-6));
            assertThat(m).containsExactly(equilibrium.m(), within(tolerance));
        }
    }

    /** Linear systems solved this roughly give Newton's method poor directions where the viscosity is small. */
    @Test
    void continuationReachesASmallViscosityWhereNewtonAloneStalls() {
        DiscreteGame game = game(Hamiltonians.quadratic(), 0.001, 5);
        StoppingRule rule = new StoppingRule(1e-8, 200);
        KrylovSettings tenSteps = new KrylovSettings(0.01, 10, 10, Preconditioner.NONE);
        Equilibrium alone = new NewtonSolver(rule, tenSteps, false).solve(game);
        assertThat(alone.status()).isEqualTo(Status.STALLED);
        assertThat(alone.message()).startsWith("No step").contains("Try ");
        Equilibrium continued = new NewtonSolver(rule, tenSteps, true).solve(game);
        assertThat(continued.isConverged()).as(continued.message()).isTrue();
    }

    /** The first larger viscosity is refused: the next one up serves, and on the way down others. */
    @Test
    void aViscosityThatAPluginRefusesIsSkipped() {
        int[] made = {0};
        Coupling moody = (grid, time) -> {
            if (made[0]++ == 1) {
                throw InvalidInputException.of("viscosity", "not be this one", "another");
            }
            int n = grid.size();
            return new DiscreteCoupling() {
                @Override
                public void addValue(double[] m, int first, int last, double[] out) {
                    addDerivative(m, m, first, last, out);
                }

                @Override
                public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
                    for (int i = first * n; i < (last + 1) * n; i++) {
                        out[i] += 5 * dm[i];
                    }
                }
            };
        };
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                        .viscosity(0.001)
                        .coupling(moody)
                        .build(),
                50,
                50);
        KrylovSettings tenSteps = new KrylovSettings(0.01, 10, 10, Preconditioner.NONE);
        Equilibrium found = new NewtonSolver(new StoppingRule(1e-8, 200), tenSteps, true).solve(game);
        assertThat(made[0]).as("games made").isGreaterThan(2);
        assertThat(found.isConverged()).as(found.message()).isTrue();
    }

    @Test
    void aToleranceBelowRoundOffEndsWithASentenceThatSaysSo() {
        DiscreteGame game = game(Hamiltonians.quadratic(), 0.05, 0.5);
        Equilibrium equilibrium = new NewtonSolver(new StoppingRule(1e-18, 60)).solve(game);
        assertThat(equilibrium.status()).isEqualTo(Status.STALLED);
        assertThat(equilibrium.message())
                .startsWith("Round-off")
                .contains("the tolerance that can be had here is about");
        assertThat(equilibrium.last().residual()).isLessThan(1e-13);
    }

    @Test
    void aStartAtTheEquilibriumNeedsNoStepAndIsNotChanged() {
        DiscreteGame game = game(Hamiltonians.quadratic(), 0.05, 0.5);
        Equilibrium found = new NewtonSolver(TIGHT).solve(game);
        double[] before = found.u().clone();
        Equilibrium again = new NewtonSolver(TIGHT).solve(game, new Guess(found.u(), found.m()), Monitor.NONE);
        assertThat(again.iterations()).isZero();
        assertThat(found.u()).isEqualTo(before);
    }

    @Test
    void withoutACouplingTheStationaryGuessIsTheEquilibrium() {
        DiscreteGame game = game(Hamiltonians.quadratic(), 0.01, 0);
        Equilibrium equilibrium = new NewtonSolver(TIGHT).solve(game);
        assertThat(equilibrium.isConverged()).isTrue();
        assertThat(equilibrium.iterations()).isZero();
    }

    /** A linear backward sweep for each Krylov step and one for the right-hand side. */
    @Test
    void theSweepsItReportsAreThoseItMade() {
        int[] made = {0};
        DiscreteGame game = WatchedGame.counting(game(Hamiltonians.quadratic(), 0.05, 0.5), made);
        Equilibrium found = new NewtonSolver(TIGHT, KrylovSettings.DEFAULT, false).solve(game);
        assertThat(found.isConverged()).isTrue();
        assertThat(found.sweeps()).isEqualTo(made[0]).isGreaterThan(found.iterations());
    }

    /** Systems solved to a half throughout would halve the residual; as they tighten with it, it falls ever faster. */
    @Test
    void linearSystemsAreSolvedTheTighterTheFasterTheResidualFalls() {
        KrylovSettings loose = new KrylovSettings(0.5, 500, 100);
        Equilibrium found = new NewtonSolver(TIGHT, loose, false).solve(game(Hamiltonians.quadratic(), 0.05, 0.5));
        assertThat(found.isConverged()).isTrue();
        List<Iteration> history = found.history();
        for (int k = 2; k < history.size(); k++) {
            boolean fellLittle =
                    history.get(k - 1).residual() > 0.5 * history.get(k - 2).residual();
            boolean fellMuch =
                    history.get(k - 1).residual() < 0.01 * history.get(k - 2).residual();
            // A half takes a Krylov step or two, 1e-4 more than five.
            if (fellLittle) {
                assertThat(history.get(k).sweeps()).as("iteration " + k).isLessThanOrEqualTo(3);
            } else if (fellMuch && k < history.size() - 1) {
                assertThat(history.get(k).sweeps()).as("iteration " + k).isGreaterThanOrEqualTo(7);
            }
        }
        assertThat(history.stream()
                        .skip(1)
                        .mapToDouble(
                                i -> i.residual() / history.get(i.index() - 1).residual()))
                .as("what a step leaves of the residual")
                .anyMatch(left -> left < 1e-3);
    }

    /** Without care the last system would be solved to 1e-4, as the one before it fell by more than a hundredth. */
    @Test
    void theLastLinearSystemIsSolvedForTheToleranceOnly() {
        for (double tolerance : new double[] {1e-6, 1e-7, 1e-8, 1e-9}) {
            List<Iteration> history = new NewtonSolver(new StoppingRule(tolerance, 20))
                    .solve(game(Hamiltonians.quadratic(), 0.05, 0.5))
                    .history();
            double last = history.get(history.size() - 1).residual();
            double before = history.get(history.size() - 2).residual();
            double asked = Math.min(0.01, Math.max(1e-4, 0.1 * tolerance / before));
            assertThat(last).as("to " + tolerance).isBetween(1e-3 * asked * before, 10 * asked * before);
        }
    }

    @Test
    void aSweepThatFailsEndsTheSolveWithItsMessage() {
        DiscreteGame game = WatchedGame.failing(game(Hamiltonians.quadratic(), 0.05, 0.5), "linearize");
        Equilibrium found = new NewtonSolver(TIGHT).solve(game);
        assertThat(found.status()).isEqualTo(Status.DIVERGED);
        assertThat(found.message()).startsWith("Linearize fails.").contains("Try ");
        assertThat(found.history()).hasSize(1);
    }

    @Test
    void theProviderDescribesTheSolverAndStartsItFromCoarserGrids() {
        NewtonSolverProvider provider = new NewtonSolverProvider();
        assertThat(provider.description()).startsWith("Newton's method").contains("GMRES");
        assertThat(provider.defaultLevels()).isGreaterThan(1);
    }

    private static DiscreteGame game(Hamiltonian hamiltonian, double viscosity, double coupling) {
        return SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, hamiltonian)
                        .viscosity(viscosity)
                        .coupling(SmallGames.crowdAversion(coupling - 0.5))
                        .build(),
                50,
                50);
    }
}
