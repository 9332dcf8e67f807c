package org.mfg.solvers.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.Diffusion;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.WatchedGame;

/** The ladder of viscosities that Newton's method climbs when it stalls: with linear systems solved this roughly, that it does. */
class ViscosityContinuationTest {
    private static final Diffusion SMALL = Diffusion.of(0.001);
    private static final StoppingRule RULE = new StoppingRule(1e-8, 200);
    private static final int KRYLOV_STEPS = 10;
    private static final NewtonSolver ALONE = new NewtonSolver(RULE, rough(), false);
    private static final NewtonSolver CONTINUED = new NewtonSolver(RULE, rough(), true);

    /** The viscosities asked for at x = 0, in their order. */
    private final List<Double> ladder = new ArrayList<>();

    private final int[] linearSweeps = {0};

    /** The relatives at which Newton's method stalls, with a coupling so strong that it does, by the number in which they are made. */
    private int[] stalling = {};

    private static KrylovSettings rough() {
        return new KrylovSettings(0.01, KRYLOV_STEPS, KRYLOV_STEPS, Preconditioner.NONE);
    }

    @Test
    void theLadderGoesUpByFoursAndDownToTheGamesOwnViscosity() {
        Equilibrium found = CONTINUED.solve(game(SMALL, 1));

        assertThat(found.isConverged()).as(found.message()).isTrue();
        assertThat(found.message())
                .as("what was skipped is told of an equilibrium too")
                .isEqualTo("Both residuals are at most 1.0E-8."
                        + " Newton's method stalled and began again, from viscosity 0.0160 down."
                        + " Larger viscosities were skipped (0.00400): viscosity must be another, was 1.");
        assertThat(ladder).containsExactly(0.004, 0.016, 0.004);
        int stalled = ALONE.solve(game(SMALL)).iterations();
        Iteration atFour = found.history().get(stalled + 1);
        Iteration atOne = found.history().get(stalled + 2);
        assertThat(atFour.step()).as("the game's viscosity in that of the rung").isEqualTo(0.25);
        assertThat(atOne.step()).isEqualTo(1);
        assertThat(atOne.residual()).as("the last rung is solved").isLessThan(1e-3 * atFour.residual() + 1e-5);
    }

    @Test
    void theSweepsOfAllRungsAreCounted() {
        Equilibrium found = CONTINUED.solve(game(SMALL, 1));
        assertThat(found.isConverged()).isTrue();
        int ofTheStepThatFailed = KRYLOV_STEPS + 1;
        assertThat(found.sweeps()).isEqualTo(linearSweeps[0] - ofTheStepThatFailed);
    }

    @Test
    void whereEveryViscosityIsRefusedTheSolveStallsWhereItWasAndTellsTheLast() {
        Equilibrium alone = ALONE.solve(game(SMALL));
        Equilibrium found = CONTINUED.solve(game(SMALL, 1, 2, 3, 4, 5, 6, 7));

        assertThat(ladder).containsExactly(0.004, 0.016, 0.064, 0.256, 1.024, 4.096);
        assertThat(found.status()).isEqualTo(Status.STALLED);
        assertThat(found.message())
                .startsWith("Newton's method stalls, and so does its continuation in the viscosity. Try ")
                .endsWith(" Larger viscosities were skipped (0.00400, 0.0160, 0.0640, 0.256, 1.02, 4.10):"
                        + " viscosity must be another, was 6.");
        assertThat(found.u()).isEqualTo(alone.u());
        assertThat(found.iterations()).isEqualTo(alone.iterations());
    }

    /** Down from 16 by smaller and smaller factors, while more than a tenth. */
    @Test
    void rungsOnTheWayDownAreHalvedInTheLogarithmUntilTheyAreTooSmall() {
        Equilibrium found = CONTINUED.solve(game(SMALL, 1, 3, 4, 5, 6, 7));

        assertThat(found.status()).isEqualTo(Status.STALLED);
        assertThat(found.message()).contains(", 0.0135): viscosity must be another, was 6.");
        double[] expected = {0.004, 0.016, 0.004, 0.008, 0.016 / Math.sqrt(2), 0.016 / Math.pow(2, 0.25)};
        assertThat(doubles(ladder)).containsExactly(expected, within(1e-9));
    }

    @Test
    void aRungWhereNewtonStallsIsNoneUpOrDown() {
        stalling = new int[] {1, 3};
        Equilibrium found = CONTINUED.solve(game(SMALL));
        assertThat(found.isConverged()).as(found.message()).isTrue();
        assertThat(doubles(ladder).length).isGreaterThanOrEqualTo(4);
        assertThat(doubles(ladder.subList(0, 4)))
                .as("up past the first, down by 4, then by 2")
                .containsExactly(new double[] {0.004, 0.016, 0.004, 0.008}, within(1e-12));
    }

    /** With a rung at 16 ν, nearer to the equilibrium than where Newton's method stalls from rest, and then none. */
    @Test
    void aLadderThatBreaksLeavesItsLastRungWhereThatIsBetter() {
        Equilibrium alone = ALONE.solve(game(SMALL));
        Equilibrium better = CONTINUED.solve(game(SMALL, 1, 2, 5, 6, 7, 8, 9, 10, 11, 12));
        assertThat(better.status()).isEqualTo(Status.STALLED);
        assertThat(better.last().step())
                .as("the game's viscosity in that of the rung")
                .isEqualTo(1.0 / 16);
        assertThat(better.last().residual()).isLessThan(alone.last().residual());
        assertThat(better.iterations()).isEqualTo(alone.iterations() + 1);
    }

    /** A start near the equilibrium, and directions that lead nowhere: any rung is farther away. */
    @Test
    void aLadderThatBreaksLeadsBackToWhereNewtonStalledWhereThatIsBetter() {
        KrylovSettings oneStep = new KrylovSettings(0.01, 1, 1);
        Guess near = nearEquilibrium();
        Equilibrium alone = new NewtonSolver(RULE, oneStep, false).solve(game(SMALL), near, Monitor.NONE);
        Equilibrium found = new NewtonSolver(RULE, oneStep, true)
                .solve(game(SMALL, 1, 2, 5, 6, 7, 8, 9, 10, 11, 12), near, Monitor.NONE);
        assertThat(alone.status()).isEqualTo(Status.STALLED);
        assertThat(found.status()).isEqualTo(Status.STALLED);
        assertThat(found.history().get(alone.iterations() + 1).residual())
                .as("the rung's")
                .isGreaterThan(alone.last().residual());
        assertThat(found.u()).isEqualTo(alone.u());
        assertThat(found.last().residual()).isEqualTo(alone.last().residual());
        assertThat(found.last().step()).isZero();
    }

    private Guess nearEquilibrium() {
        Equilibrium found = CONTINUED.solve(game(SMALL));
        double[] u = found.u();
        double[] n = SmallGames.noise(u.length, 3);
        for (int i = 0; i < u.length; i++) {
            u[i] += 1e-3 * n[i];
        }
        return new Guess(u, found.m());
    }

    @Test
    void aWishToStopIsHeardOnTheLadder() {
        Monitor atTheFirstRung = new Monitor() {
            private boolean isRung;

            @Override
            public void onIteration(Iteration iteration) {
                isRung = iteration.sweeps() > KRYLOV_STEPS + 1;
            }

            @Override
            public boolean isCancelled() {
                return isRung;
            }
        };
        Equilibrium stopped = CONTINUED.solve(game(SMALL, 1), null, atTheFirstRung);
        assertThat(stopped.status()).isEqualTo(Status.CANCELLED);
        assertThat(stopped.last().step()).isEqualTo(0.25);
    }

    @Test
    void itIsHeardWithinARungToo() {
        Monitor onceOnTheLadder = new Monitor() {
            @Override
            public boolean isCancelled() {
                return !ladder.isEmpty();
            }
        };
        Equilibrium stopped = CONTINUED.solve(game(SMALL), null, onceOnTheLadder);
        assertThat(stopped.status()).isEqualTo(Status.CANCELLED);
        assertThat(ladder).hasSize(1);
    }

    /** What is added is measured by the largest diffusion, that at the last node; 0.001 (1 + x) at x = 1 is 0.002. */
    @Test
    void aDiffusionThatVariesIsRaisedByItsLargestValueEverywhere() {
        CONTINUED.solve(game(Diffusion.steady((x, axis) -> 0.001 * (1 + x[0])), 1, 2, 3, 4, 5, 6, 7));
        assertThat(doubles(ladder.subList(0, 2))).containsExactly(new double[] {0.007, 0.031}, within(1e-12));
    }

    /** Nothing at first, and 0.001 at the end: the rungs are 0.004 and 0.016 there. */
    @Test
    void aDiffusionThatComesLaterIsRaisedToo() {
        Diffusion later = (t, x, axis) -> 0.001 * t;
        CONTINUED.solve(game(later, 1, 2, 3, 4, 5, 6, 7));
        assertThat(doubles(ladder.subList(0, 2))).containsExactly(new double[] {0.003, 0.015}, within(1e-12));
    }

    /** 2.5e-5 for the length and the time 1, four times that and so on. */
    @Test
    void withoutADiffusionTheLadderBeginsFarBelowWhatTheSchemeHas() {
        Equilibrium found = CONTINUED.solve(game(Diffusion.of(0), 1, 2, 3, 4, 5, 6, 7));
        assertThat(doubles(ladder))
                .containsExactly(new double[] {1e-4, 4e-4, 1.6e-3, 6.4e-3, 0.0256, 0.1024}, within(1e-9));
        assertThat(found.status()).isEqualTo(Status.STALLED);
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    /** A strong coupling; its relatives are refused when they are the first, third, ... to be made. */
    private DiscreteGame game(Diffusion diffusion, int... refused) {
        DiscreteGame game = discretized(diffusion, 4.5);
        ladder.clear();
        linearSweeps[0] = 0;
        return WatchedGame.discretizedBy(WatchedGame.counting(game, linearSweeps), (easier, grid, time) -> {
            ladder.add(easier.diffusion().at(0, new double[] {0}, 0));
            if (Arrays.binarySearch(refused, ladder.size()) >= 0) {
                throw InvalidInputException.of("viscosity", "be another", ladder.size());
            }
            if (Arrays.binarySearch(stalling, ladder.size()) >= 0) {
                return discretized(Diffusion.of(1e-4), 500);
            }
            return WatchedGame.counting(game.discretization().discretize(easier, grid, time), linearSweeps);
        });
    }

    private static DiscreteGame discretized(Diffusion diffusion, double coupling) {
        return SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                        .diffusion(diffusion)
                        .coupling(SmallGames.crowdAversion(coupling))
                        .build(),
                50,
                50);
    }
}
