package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.Hamiltonian;

/** The scheme in a room with walls and doors, through the waist. */
class WallsAndDoorsTest {
    /** No feedback in these tests is faster; of use to the Lax-Friedrichs scheme only. */
    private static final double MAX_SPEED = 60;

    private final Random random = new Random(7);

    static Stream<Hamiltonian> withoutDensity() {
        return Stream.of(CrowdedRoom.QUADRATIC, CrowdedRoom.SKEW);
    }

    static Stream<Hamiltonian> all() {
        return Stream.concat(withoutDensity(), Stream.of(CrowdedRoom.CONGESTION));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsInsideAndWhatHasLeftIsEverybodyAtAllTimes(Hamiltonian hamiltonian) {
        DiscreteGame game = game(hamiltonian);
        double[] u = anyValue(game);
        double[] m = new double[game.size()];
        forward(game, u, m);
        double[] exited = new double[game.time().levels()];
        game.exitedMass(u, m, exited);
        int n = game.grid().size();
        for (int j = 0; j < exited.length; j++) {
            // Round-off: a few dozen roundings of numbers of size 1.
            assertThat(game.grid().integrate(m, j * n) + exited[j]).isEqualTo(1, within(1e-13));
        }
        assertThat(exited[exited.length - 1]).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theDensityIsPositiveInTheRoomAndZeroInWallsAndDoors(Hamiltonian hamiltonian) {
        DiscreteGame game = game(hamiltonian);
        double[] m = new double[game.size()];
        forward(game, anyValue(game), m);
        Grid grid = game.grid();
        for (int at = 0; at < m.length; at++) {
            int i = at % grid.size();
            if (grid.isWall(i) || grid.isExit(i)) {
                assertThat(m[at]).isZero();
            } else {
                assertThat(m[at]).isPositive();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLargerCostMakesEveryValueLarger(Hamiltonian hamiltonian) {
        DiscreteGame game = game(hamiltonian);
        MeanFieldGame dearer = CrowdedRoom.game(hamiltonian)
                .runningCost((t, x) -> 1 + x[0] * t)
                .terminalCost(x -> 1 + 0.5 * x[1] + (x[0] > 0.5 ? 0.2 : 0))
                .build();
        double[] m = anyDensity(game);
        double[] u = new double[game.size()];
        double[] v = new double[game.size()];
        game.backward(m, u);
        CrowdedRoom.discrete(dearer, MAX_SPEED).backward(m, v);
        for (int i = 0; i < u.length; i++) {
            assertThat(v[i]).isGreaterThanOrEqualTo(u[i] - 1e-9);
        }
    }

    /** The linearised systems are solved to 1e-8, and so is this identity. */
    @ParameterizedTest
    @MethodSource("withoutDensity")
    void theLinearisedSweepsAreAdjoint(Hamiltonian hamiltonian) {
        DiscreteGame game = game(hamiltonian);
        Linearization linearization = game.linearize(anyValue(game), anyDensity(game));
        double[] r = anyChange(game);
        double[] b = anyChange(game);
        double[] du = new double[game.size()];
        double[] dm = new double[game.size()];
        linearization.backward(null, r, du);
        linearization.forward(new double[game.size()], b, dm);

        // Σ ⟨b^{j+1}, du^j⟩ + ⟨b^0, du^0⟩ = Σ ⟨dm^{j+1}, r^j⟩ + ⟨dm^N, r^N⟩
        int last = game.time().steps();
        double left = inner(game, b, 0, du, 0);
        double right = inner(game, dm, last, r, last);
        for (int j = 0; j < last; j++) {
            left += inner(game, b, j + 1, du, j);
            right += inner(game, dm, j + 1, r, j);
        }
        assertThat(left).isEqualTo(right, within(1e-7 * Math.abs(right)));
    }

    /**
     * Where the drift is given there is nothing to choose, u is linear in the costs, and what agents pay on average is the
     * cost along their density: exactly, since Fokker-Planck is the adjoint.
     */
    @Test
    void whatAgentsExpectToPayIsWhatThePopulationPays() {
        DiscreteGame game = CrowdedRoom.discrete(
                CrowdedRoom.game(CrowdedRoom.WIND)
                        .runningCost((t, x) -> 1 + t * x[0])
                        .terminalCost(x -> x[0] - x[1])
                        .build(),
                2);
        double[] u = new double[game.size()];
        double[] m = new double[game.size()];
        game.backward(m, u);
        forward(game, u, m);
        double[] out = new double[game.time().levels()];
        double[] cost = new double[game.size()];
        double[] x = new double[2];
        int n = game.grid().size();
        int last = game.time().steps();
        for (int at = 0; at < cost.length; at++) {
            game.grid().position(at % n, x);
            cost[at] = 1 + game.time().time(at / n) * x[0];
        }
        double paid = inner(game, m, last, u, last);
        for (int j = 1; j <= last; j++) {
            paid += game.time().step(0) * inner(game, m, j, cost, j);
        }
        for (Exit exit : game.grid().exits()) {
            game.exitedMass(u, m, exit, out);
            assertThat(out[last]).isGreaterThan(0.01);
            paid += exit.cost() * out[last];
        }
        assertThat(inner(game, m, 0, u, 0)).isEqualTo(paid, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theLinearisationIsTheDerivativeOfBothResiduals(Hamiltonian hamiltonian) {
        DiscreteGame game = game(hamiltonian);
        double[] u = anyValue(game);
        double[] m = anyDensity(game);
        Linearization linearization = game.linearize(u, m);
        double[] du = new double[game.size()];
        double[] dm = anyChange(game);
        linearization.backward(dm, null, du);
        assertThat(maxAbs(directional(game, u, du, m, dm, true))).isLessThan(1e-6 * maxAbs(dm));

        double[] dmOut = new double[game.size()];
        double[] any = anyChange(game);
        linearization.forward(any, null, dmOut);
        double[] change = directional(game, u, any, m, dmOut, false);
        // Differences of the upwind parts, which have kinks, and of large numbers: seven digits.
        assertThat(maxAbs(change)).isLessThan(1e-5 * maxAbs(dmOut));
    }

    @Test
    void aDensityInsideAWallIsRefused() {
        MeanFieldGame game = CrowdedRoom.game(CrowdedRoom.QUADRATIC)
                .initialDensity(x -> Math.exp(-200 * ((x[0] - 0.3) * (x[0] - 0.3) + (x[1] - 1) * (x[1] - 1))))
                .build();
        assertThatThrownBy(() -> CrowdedRoom.discrete(game, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("initial density must lie outside the obstacles, but 100 % of its mass is inside");
    }

    @Test
    void aUniformDensityFillsTheFreePartOfTheRoom() {
        DiscreteGame game = CrowdedRoom.discrete(
                CrowdedRoom.game(CrowdedRoom.QUADRATIC).initialDensity(x -> 3).build(), 0);
        double[] m0 = game.initialDensity();
        assertThat(game.grid().integrate(m0, 0)).isEqualTo(1, within(1e-14));
        assertThat(Arrays.stream(m0).filter(m -> m > 0).distinct()).hasSize(1);
    }

    @Test
    void costsNeedNotBeFiniteInsideWalls() {
        MeanFieldGame game = CrowdedRoom.game(CrowdedRoom.QUADRATIC)
                .runningCost((t, x) -> CrowdedRoom.DOMAIN.isObstructed(x) ? Double.NaN : 1)
                .build();
        double[] u = new double[CrowdedRoom.discrete(game, 0).size()];
        DiscreteGame discrete = CrowdedRoom.discrete(game, 0);
        discrete.backward(anyDensity(discrete), u);
        assertThat(u).doesNotContain(Double.NaN);
    }

    private static DiscreteGame game(Hamiltonian hamiltonian) {
        return CrowdedRoom.discrete(CrowdedRoom.game(hamiltonian).build(), MAX_SPEED);
    }

    private static void forward(DiscreteGame game, double[] u, double[] m) {
        System.arraycopy(game.initialDensity(), 0, m, 0, game.grid().size());
        game.forward(u, m);
    }

    /** The value of a best response, with slopes of its own added. */
    private double[] anyValue(DiscreteGame game) {
        double[] u = new double[game.size()];
        game.backward(anyDensity(game), u);
        double[] change = anyChange(game);
        for (int i = 0; i < u.length; i++) {
            u[i] += 0.05 * change[i];
        }
        return u;
    }

    private double[] anyDensity(DiscreteGame game) {
        double[] m = anyChange(game);
        for (int i = 0; i < m.length; i++) {
            m[i] = Math.abs(m[i]);
        }
        return m;
    }

    /** Random numbers in the room, 0 in its walls and doors. */
    private double[] anyChange(DiscreteGame game) {
        double[] v = new double[game.size()];
        Grid grid = game.grid();
        for (int at = 0; at < v.length; at++) {
            int i = at % grid.size();
            v[at] = grid.isWall(i) || grid.isExit(i) ? 0 : 2 * random.nextDouble() - 1;
        }
        return v;
    }

    private static double inner(DiscreteGame game, double[] a, int aLevel, double[] b, int bLevel) {
        int n = game.grid().size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += game.grid().weight(i) * a[aLevel * n + i] * b[bLevel * n + i];
        }
        return sum;
    }

    private static double[] directional(
            DiscreteGame game, double[] u, double[] du, double[] m, double[] dm, boolean isBackward) {
        double e = 1e-7;
        double[] plus = residual(game, sum(u, e, du), sum(m, e, dm), isBackward);
        double[] minus = residual(game, sum(u, -e, du), sum(m, -e, dm), isBackward);
        return sum(scaled(plus, 0.5 / e), -0.5 / e, minus);
    }

    private static double[] residual(DiscreteGame game, double[] u, double[] m, boolean isBackward) {
        double[] r = new double[game.size()];
        if (isBackward) {
            game.backwardResidual(u, m, r);
        } else {
            game.forwardResidual(u, m, r);
        }
        return r;
    }

    private static double[] scaled(double[] v, double factor) {
        return Arrays.stream(v).map(x -> factor * x).toArray();
    }

    private static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }

    private static double maxAbs(double[] v) {
        return Arrays.stream(v).map(Math::abs).max().orElse(0);
    }
}
