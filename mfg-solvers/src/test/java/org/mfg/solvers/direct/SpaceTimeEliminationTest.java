package org.mfg.solvers.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Workers;

/** The exact solution of Newton's linear system against the linearised sweeps, a dense factorisation and GMRES. */
class SpaceTimeEliminationTest {
    private static final int NODES = 9;
    private static final int STEPS = 4;
    private static final Domain SQUARE = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));

    static Stream<Arguments> games() {
        List<Hamiltonian> hamiltonians = List.of(
                Hamiltonians.quadratic(),
                Hamiltonians.power(3, 0),
                Hamiltonians.driftingInACrowd(),
                Hamiltonians.power(2, 0.5));
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING, SmallGames.CORRIDOR, SQUARE)
                .flatMap(domain -> hamiltonians.stream().map(h -> Arguments.of(domain, h)))
                .filter(a -> a.get()[0] != SQUARE || a.get()[1] == hamiltonians.get(0));
    }

    /** What is found is what each sweep makes of the other: to the accuracy of a slice, 1e-8 in the plane. */
    @ParameterizedTest
    @MethodSource("games")
    void theSolutionSatisfiesBothSweeps(Domain domain, Hamiltonian hamiltonian) {
        DiscreteGame game = game(domain, hamiltonian, 0);
        Linearization l = linearize(game);
        double[] a = source(game, 3);
        double[] b = source(game, 4);
        double[] du = new double[game.size()];
        double[] dm = new double[game.size()];
        solve(game, l, a, b, du, dm);

        double[] du2 = du.clone();
        double[] dm2 = dm.clone();
        l.backward(dm, a, du2);
        l.forward(du, b, dm2);
        double tolerance = domain.dimension() > 1 ? 1e-6 : 1e-11;
        assertThat(du).containsExactly(du2, within(tolerance));
        assertThat(dm).containsExactly(dm2, within(tolerance));
    }

    /** Also of a discount, where L* is not L's transpose, and of a terminal coupling. */
    @Test
    void aDenseFactorizationGivesTheSame() {
        DiscreteGame game = game(SmallGames.INTERVAL, Hamiltonians.quadratic(), 0.7);
        Linearization l = linearize(game);
        double[] a = source(game, 3);
        double[] b = source(game, 4);
        double[] du = new double[game.size()];
        double[] dm = new double[game.size()];
        solve(game, l, a, b, du, dm);

        int size = game.size();
        RealMatrix matrix = new Array2DRowRealMatrix(2 * size, 2 * size);
        double[] unit = new double[size];
        double[] image = new double[size];
        for (int c = 0; c < size; c++) {
            unit[c] = 1;
            matrix.setEntry(c, c, 1);
            matrix.setEntry(size + c, size + c, 1);
            l.backward(unit, null, image);
            for (int i = 0; i < size; i++) {
                matrix.addToEntry(i, size + c, -image[i]);
            }
            l.forward(unit, null, image);
            for (int i = 0; i < size; i++) {
                matrix.addToEntry(size + i, c, -image[i]);
            }
            unit[c] = 0;
        }
        double[] fromA = new double[size];
        double[] fromB = new double[size];
        l.backward(null, a, fromA);
        l.forward(new double[size], b, fromB);
        ArrayRealVector rhs = new ArrayRealVector(fromA, fromB);
        double[] dense = new LUDecomposition(matrix).getSolver().solve(rhs).toArray();
        assertThat(new ArrayRealVector(du, dm).toArray()).containsExactly(dense, within(1e-11));
    }

    /** A stiffness is what the density of a step costs besides, a target an end at which softness du - dm is given. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void aTargetAndAStiffnessSatisfyBothSweepsAndTheEnd(double softness) {
        DiscreteGame game =
                SmallGames.discretize(SmallGames.planning(SmallGames.INTERVAL).build(), NODES, STEPS);
        Linearization l = linearize(game);
        double[] stiffness = SmallGames.randomDensity(game, 5);
        double[] a = source(game, 3);
        int last = game.size() - NODES;
        // No mass comes or goes, and so none may be asked for.
        a[last] -= game.space().integrate(a, last) / game.space().weight(0);
        double[] du = new double[game.size()];
        double[] dm = new double[game.size()];
        new SpaceTimeElimination(game).solve((StepwiseLinearization) l, stiffness, softness, a, null, du, dm);

        double[] all = a.clone();
        for (int i = 0; i < last; i++) {
            all[i] += stiffness[i + NODES] * dm[i + NODES];
        }
        System.arraycopy(du, last, all, last, NODES);
        double[] backward = du.clone();
        double[] forward = dm.clone();
        l.backward(dm, all, backward);
        l.forward(du, null, forward);
        assertThat(du).containsExactly(backward, within(1e-11));
        assertThat(dm).containsExactly(forward, within(1e-11));
        for (int i = last; i < a.length; i++) {
            assertThat(softness * du[i] - dm[i]).isCloseTo(a[i], within(1e-11));
        }
        assertThat(game.space().integrate(du, last)).isCloseTo(0, within(1e-11));
    }

    @Test
    void operationsAreThoseOfThreeDenseSolutionsAStep() {
        DiscreteGame game = game(SmallGames.INTERVAL, Hamiltonians.quadratic(), 0);
        assertThat(SpaceTimeElimination.operations(game)).isEqualTo(8.0 / 3 * 729 * 4);
    }

    @Test
    void gmresGivesTheSame() {
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                        .build(),
                30,
                20);
        double[] u = new double[game.size()];
        double[] m = SmallGames.randomDensity(game, 2);
        game.backward(m, u);
        game.forward(u, m);
        Linearization l = game.linearize(u, m);
        double[] a = source(game, 5);
        double[] du = new double[game.size()];
        double[] dm = new double[game.size()];
        solve(game, l, a, null, du, dm);

        double[] rhs = new double[game.size()];
        double[] found = new double[game.size()];
        double[] change = new double[game.size()];
        l.backward(null, a, rhs);
        new Gmres(100, Workers.of(1))
                .solve(
                        (x, y) -> {
                            l.forward(x, null, change);
                            l.backward(change, null, y);
                            for (int i = 0; i < y.length; i++) {
                                y[i] = x[i] - y[i];
                            }
                        },
                        rhs,
                        found,
                        1e-12,
                        100);
        assertThat(du).containsExactly(found, within(1e-9));
    }

    private static DiscreteGame game(Domain domain, Hamiltonian hamiltonian, double discount) {
        return SmallGames.discretize(
                SmallGames.tutorial(domain, hamiltonian)
                        .discount(discount)
                        .terminalCoupling(SmallGames.crowdAversion(0.3))
                        .build(),
                domain.dimension() > 1 ? 5 : NODES,
                STEPS);
    }

    private static Linearization linearize(DiscreteGame game) {
        double[] u = SmallGames.noise(game.size(), 1);
        return game.linearize(u, SmallGames.randomDensity(game, 2));
    }

    private static void solve(DiscreteGame game, Linearization l, double[] a, double[] b, double[] du, double[] dm) {
        StepwiseLinearization stepwise = (StepwiseLinearization) l;
        assertThat(stepwise.isStepwise()).isTrue();
        new SpaceTimeElimination(game).solve(stepwise, a, b, du, dm);
    }

    /** A rough source that does not try to change what is given at exits. */
    private static double[] source(DiscreteGame game, long seed) {
        double[] source = SmallGames.noise(game.size(), seed);
        for (int i = 0; i < source.length; i++) {
            if (game.space().isExit(i % game.space().size())) {
                source[i] = 0;
            }
        }
        return source;
    }
}
