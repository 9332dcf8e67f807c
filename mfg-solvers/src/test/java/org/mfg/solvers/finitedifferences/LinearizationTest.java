package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** The linearised sweeps, through the waist alone, against differences of the residuals in independent directions. */
class LinearizationTest {
    private static final Domain LOWER_EXIT = Domain.of(new Axis("x", 0, 1, Boundary.exit(0.2), Boundary.noFlux()));
    private static final int NODES = 24;
    private static final int STEPS = 5;

    static Stream<Arguments> games() {
        List<Hamiltonian> hamiltonians = List.of(
                Hamiltonians.quadratic(),
                Hamiltonians.drifting(),
                Hamiltonians.power(3, 0),
                Hamiltonians.driftingInACrowd(),
                Hamiltonians.power(2, 0.5),
                Hamiltonians.unstructured());
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING, SmallGames.CORRIDOR, LOWER_EXIT)
                .flatMap(domain -> hamiltonians.stream().map(h -> Arguments.of(domain, h)));
    }

    /** The derivative of the residual in the direction (v, w), as a source, leads the backward sweep from w to v. */
    @ParameterizedTest
    @MethodSource("games")
    void theBackwardSweepInvertsTheDerivativeOfItsResidual(Domain domain, Hamiltonian hamiltonian) {
        Pair at = Pair.random(domain, hamiltonian);
        double[] v = at.direction(3);
        double[] w = at.direction(4);
        double[] source = ResidualChange.of(at.game::backwardResidual, at.u, at.m, v, w);

        double[] du = new double[v.length];
        at.game.linearize(at.u, at.m).backward(w, source, du);
        assertThat(du).containsExactly(v, within(1e-5));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theForwardSweepInvertsTheDerivativeOfItsResidual(Domain domain, Hamiltonian hamiltonian) {
        Pair at = Pair.random(domain, hamiltonian);
        double[] v = at.direction(5);
        double[] w = at.direction(6);
        double[] source = ResidualChange.of(at.game::forwardResidual, at.u, at.m, v, w);

        double[] dm = new double[v.length];
        at.game.linearize(at.u, at.m).forward(v, source, dm);
        assertThat(dm).containsExactly(w, within(1e-5));
    }

    /** Nodes are worked on in blocks, and a diffusion of time and place is evaluated anew in each: the sweeps invert both residuals there too. */
    @ParameterizedTest
    @MethodSource("domains")
    void gridsOfSeveralBlocksAndDiffusionsThatMoveAreLinearisedToo(Domain domain) {
        Pair at = Pair.ofSeveralBlocks(domain, (t, x, axis) -> 0.01 * (1 + t) * (2 + Math.sin(2 * Math.PI * x[0])));
        double[] v = at.direction(3);
        double[] w = at.direction(4);
        double[] backward = ResidualChange.of(at.game::backwardResidual, at.u, at.m, v, w);
        double[] forward = ResidualChange.of(at.game::forwardResidual, at.u, at.m, v, w);

        double[] found = new double[v.length];
        Linearization linearization = at.game.linearize(at.u, at.m);
        linearization.backward(w, backward, found);
        assertThat(found).containsExactly(v, within(1e-5));
        linearization.forward(v, forward, found);
        assertThat(found).containsExactly(w, within(1e-5));
    }

    static Stream<Domain> domains() {
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING, SmallGames.CORRIDOR, LOWER_EXIT);
    }

    /** The equations of some nodes by hand: the second difference times D at the node, at the end of the step, where the density is. */
    @Test
    void aDiffusionThatMovesIsTakenAtTheNodeAtTheEndOfItsStep() {
        Diffusion diffusion = (t, x, axis) -> 0.01 * (1 + t) * (2 + Math.sin(2 * Math.PI * x[0]));
        Pair at = Pair.ofSeveralBlocks(SmallGames.RING, diffusion);
        Pair without = Pair.ofSeveralBlocks(SmallGames.RING, (t, x, axis) -> 0);
        double[] r = new double[at.u.length];
        double[] r0 = new double[at.u.length];
        at.game.backwardResidual(at.u, at.m, r);
        without.game.backwardResidual(at.u, at.m, r0);
        int n = Pair.SEVERAL_BLOCKS;
        double h = at.game.grid().spacing(0);
        double dt = at.game.time().step(0);
        for (int level = 0; level < STEPS; level++) {
            for (int i : new int[] {0, 1, 150, n - 1}) {
                double second =
                        (at.u[level * n + (i + 1) % n] - 2 * at.u[level * n + i] + at.u[level * n + (i + n - 1) % n])
                                / (h * h);
                double there = diffusion.at((level + 1) * dt, new double[] {i * h}, 0);
                assertThat((r[level * n + i] - r0[level * n + i]) / (-dt * second))
                        .as("level " + level + ", node " + i)
                        .isCloseTo(there, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void absentArgumentsAreZero(Domain domain, Hamiltonian hamiltonian) {
        Pair at = Pair.random(domain, hamiltonian);
        double[] v = at.direction(9);
        double[] zero = new double[v.length];
        double[] a = new double[v.length];
        double[] b = new double[v.length];
        Linearization linearization = at.game.linearize(at.u, at.m);
        linearization.backward(null, v, a);
        linearization.backward(zero, v, b);
        assertThat(a).containsExactly(b, within(0.0));
        linearization.backward(v, null, a);
        linearization.backward(v, zero, b);
        assertThat(a).containsExactly(b, within(0.0));
        linearization.forward(v, null, a);
        linearization.forward(v, zero, b);
        assertThat(a).containsExactly(b, within(0.0));
    }

    /** A discrete game and a pair of fields to linearise it at, slopes of u about 1. */
    private record Pair(DiscreteGame game, double[] u, double[] m) {
        static final int SEVERAL_BLOCKS = 300;

        static Pair random(Domain domain, Hamiltonian hamiltonian) {
            DiscreteGame game = SmallGames.discretize(
                    SmallGames.tutorial(domain, hamiltonian)
                            .terminalCoupling(SmallGames.crowdAversion(0.7))
                            .build(),
                    NODES,
                    STEPS);
            return of(game, 0.05);
        }

        /** With slopes of u about 1 too, and a Hamiltonian that depends on the density. */
        static Pair ofSeveralBlocks(Domain domain, Diffusion diffusion) {
            DiscreteGame game = SmallGames.discretize(
                    SmallGames.tutorial(domain, Hamiltonians.driftingInACrowd())
                            .diffusion(diffusion)
                            .build(),
                    SEVERAL_BLOCKS,
                    STEPS);
            return of(game, 0.05 * NODES / SEVERAL_BLOCKS);
        }

        private static Pair of(DiscreteGame game, double size) {
            double[] u = SmallGames.noise(game.size(), 1);
            for (int i = 0; i < u.length; i++) {
                u[i] *= size;
            }
            return new Pair(game, u, SmallGames.randomDensity(game, 2));
        }

        /** A random direction that leaves exits alone. */
        double[] direction(long seed) {
            double[] v = SmallGames.noise(u.length, seed);
            for (int i = 0; i < v.length; i++) {
                v[i] *= SmallGames.isExit(game, i) ? 0 : 0.05;
            }
            return v;
        }
    }
}
