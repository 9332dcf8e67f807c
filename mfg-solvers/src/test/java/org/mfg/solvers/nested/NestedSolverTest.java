package org.mfg.solvers.nested;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.Domain;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.newton.NewtonSolver;

class NestedSolverTest {
    private static final EquilibriumSolver ROUGH = new NewtonSolver(new StoppingRule(1e-4, 60));
    private static final EquilibriumSolver NEWTON = new NewtonSolver(new StoppingRule(1e-12, 60));

    @ParameterizedTest
    @CsvSource({"interval,64,32", "interval,65,33", "interval,51,26", "ring,48,24", "ring,49,25", "corridor,50,31"})
    void theSolutionIsThatOfTheInnerSolver(String domain, int nodes, int steps) {
        DiscreteGame game = game(domain, nodes, steps);
        Equilibrium direct = NEWTON.solve(game);
        Equilibrium nested = new NestedSolver(ROUGH, NEWTON, 5).solve(game);
        assertThat(nested.isConverged()).as(nested.message()).isTrue();
        assertThat(nested.u()).containsExactly(direct.u(), within(1e-9));
        assertThat(nested.m()).containsExactly(direct.m(), within(1e-9));
        assertThat(nested.iterations()).isLessThanOrEqualTo(direct.iterations());
    }

    @Test
    void halvesTheGridWhileItIsNotTooCoarse() {
        assertThat(gridsOf(game("interval", 100, 100), 5)).containsExactly("13x12", "25x25", "50x50", "100x100");
        assertThat(gridsOf(game("interval", 65, 100), 5)).containsExactly("17x25", "33x50", "65x100");
        assertThat(gridsOf(game("ring", 50, 100), 5)).containsExactly("12x25", "25x50", "50x100");
        assertThat(gridsOf(game("interval", 100, 20), 5)).containsExactly("50x10", "100x20");
        assertThat(gridsOf(game("interval", 100, 100), 1)).containsExactly("50x50", "100x100");
        assertThat(gridsOf(game("interval", 100, 100), 0)).containsExactly("100x100");
    }

    /** A crowd that spreads over the whole line within its first time step, whatever the step: steps of twice the length are no start, and the coarsest grid tells. */
    @Test
    void gamesThatTakeShortStepsOnTheCoarsestGridKeepTheirTimeSteps() {
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.power(3, 0))
                        .viscosity(0)
                        .coupling(cubicOf(50))
                        .build(),
                100,
                100);
        List<String> grids = new ArrayList<>();
        EquilibriumSolver coarse = (onGrid, start, monitor) -> {
            grids.add(onGrid.grid().nodes(0) + "x" + onGrid.time().steps());
            return ROUGH.solve(onGrid, start, monitor);
        };
        EquilibriumSolver newton = new NewtonSolver(new StoppingRule(1e-8, 60));
        Equilibrium found = new NestedSolver(coarse, newton, 5).solve(game);
        assertThat(found.isConverged()).as(found.message()).isTrue();
        assertThat(grids).containsExactly("13x12", "13x100", "25x100", "50x100");
        // 8 of them, and 27 from grids of 25 and 50 time steps.
        assertThat(found.iterations()).isLessThanOrEqualTo(10);
    }

    /** F = λ m³. */
    private static LocalCoupling cubicOf(double lambda) {
        return new LocalCoupling() {
            @Override
            public double value(double t, double[] x, double m) {
                return lambda * m * m * m;
            }

            @Override
            public double densityDerivative(double t, double[] x, double m) {
                return 3 * lambda * m * m;
            }
        };
    }

    @Test
    void aGuessIsUsedOnTheFinestGridAtOnce() {
        DiscreteGame game = game("interval", 64, 32);
        Guess guess = Guess.stationary(game);
        List<String> grids = new ArrayList<>();
        new NestedSolver(recording(grids), recording(grids), 3).solve(game, guess, Monitor.NONE);
        assertThat(grids).containsExactly("64x32");
    }

    @Test
    void aGridThatDoesNotResolveTheInitialDensityIsNotUsed() {
        // Only the odd nodes of the fine grid carry mass.
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                        .initialDensity(x -> Math.abs(x[0] - 1.0 / 48) < 0.005 ? 1 : 0)
                        .build(),
                49,
                20);
        assertThat(gridsOf(game, 5)).containsExactly("49x20");
        assertThat(new NestedSolver(ROUGH, NEWTON, 5).solve(game).message())
                .contains("The coarser grid of 25 nodes was skipped: mass of the initial density");
    }

    /** A plugin that cannot do with a coarse grid, of which it learns when it is asked for its first value. */
    @Test
    void aGridThatAPluginRefusesIsSkippedWithAWord() {
        Coupling fine = (grid, time) -> new DiscreteCoupling() {
            @Override
            public void addValue(double[] m, int first, int last, double[] out) {
                if (grid.nodes(0) == 32) {
                    throw InvalidInputException.of("nodes", "not be 32", 32);
                }
            }

            @Override
            public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {}
        };
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                        .coupling(fine)
                        .build(),
                64,
                32);
        Equilibrium found = new NestedSolver(ROUGH, NEWTON, 5).solve(game);
        assertThat(found.isConverged()).as(found.message()).isTrue();
        assertThat(found.message()).endsWith("The coarser grid of 32 nodes was skipped: nodes must not be 32, was 32.");
    }

    @Test
    void theMonitorSeesTheFinestGridAloneAndTheTimeOfAll() {
        List<Iteration> seen = new ArrayList<>();
        Monitor monitor = new Monitor() {
            @Override
            public void onIteration(Iteration iteration) {
                seen.add(iteration);
            }
        };
        Equilibrium found = new NestedSolver(ROUGH, NEWTON, 5).solve(game("interval", 64, 32), null, monitor);
        assertThat(seen).hasSameSizeAs(found.history());
        assertThat(seen.get(0).index()).isZero();
        assertThat(seen.get(0).seconds()).isPositive();
        assertThat(found.history()).isEqualTo(seen);
    }

    @Test
    void aCancelledSolveGoesNoFurther() {
        List<String> grids = new ArrayList<>();
        Monitor cancelled = new Monitor() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        Equilibrium found =
                new NestedSolver(recording(grids), NEWTON, 3).solve(game("interval", 64, 32), null, cancelled);
        assertThat(grids).isEmpty();
        assertThat(found.status()).isEqualTo(Status.CANCELLED);
    }

    /** Whatever the moment: what a coarse grid has by then is no start for the finest. */
    @Test
    void aSolveCancelledBetweenGridsIsCancelled() {
        for (int asked = 1; asked < 12; asked++) {
            int last = asked;
            Monitor later = new Monitor() {
                private int count;

                @Override
                public boolean isCancelled() {
                    count++;
                    return count > last;
                }
            };
            Equilibrium found = new NestedSolver(NEWTON, NEWTON, 2).solve(game("interval", 64, 32), null, later);
            assertThat(found.u()).hasSize(64 * 33);
            assertThat(found.status()).isIn(Status.CANCELLED, Status.CONVERGED);
        }
    }

    private static List<String> gridsOf(DiscreteGame game, int levels) {
        List<String> grids = new ArrayList<>();
        new NestedSolver(recording(grids), recording(grids), levels).solve(game);
        return grids;
    }

    /** Notes each grid and does next to nothing on it. */
    private static EquilibriumSolver recording(List<String> grids) {
        EquilibriumSolver idle = new NewtonSolver(new StoppingRule(1e-8, 0));
        return (game, start, monitor) -> {
            grids.add(game.grid().nodes(0) + "x" + game.time().steps());
            return idle.solve(game, start, monitor);
        };
    }

    private static DiscreteGame game(String name, int nodes, int steps) {
        Domain domain = switch (name) {
            case "ring" -> SmallGames.RING;
            case "corridor" -> SmallGames.CORRIDOR;
            default -> SmallGames.INTERVAL;
        };
        return SmallGames.discretize(
                SmallGames.tutorial(domain, Hamiltonians.quadratic()).build(), nodes, steps);
    }
}
