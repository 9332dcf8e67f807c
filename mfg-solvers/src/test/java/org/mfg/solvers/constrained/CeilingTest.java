package org.mfg.solvers.constrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;
import org.mfg.solvers.newton.NewtonSolver;

/** Crowds below a ceiling: against water filling, and the conditions of complementarity. */
class CeilingTest {

    private static MeanFieldGameBuilder crowd() {
        return MeanFieldGame.builder("ceiling")
                .domain(SmallGames.INTERVAL)
                .horizon(1)
                .viscosity(0)
                .hamiltonian(Hamiltonians.quadratic())
                .coupling(SmallGames.crowdAversion(1))
                .initialDensity(x -> 1);
    }

    /**
     * In the middle of a long time the crowd stands still, and F = m as water over the ground f: m = clip(ρ - f, 0, m_max), with f = ½ cos 2πx and m_max = 1.25
     * ρ = 1.0856629 where 39 % of the places are full. On 101 nodes a tenth of the differences of u rounds to 0 on the way.
     */
    @Test
    void aCrowdFillsAPlaceAsWaterWould() {
        int[] intervals = {20, 40, 100};
        double[] error = new double[intervals.length];
        for (int k = 0; k < intervals.length; k++) {
            int nodes = intervals[k];
            Solved solved = Solved.of(
                    crowd().horizon(4)
                            .runningCost((t, x) -> 0.5 * Math.cos(2 * Math.PI * x[0]))
                            .ceiling((t, x) -> 1.25)
                            .build(),
                    nodes + 1,
                    nodes);
            assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
            double[] u = solved.equilibrium().u();
            double[] m = solved.equilibrium().m();
            double[] p = solved.equilibrium().pressure().orElseThrow();
            int n = nodes + 1;
            int middle = nodes / 2 * n;
            double rho = (u[middle + n / 4] - u[middle + n + n / 4])
                    / solved.game().time().step(0);
            error[k] = Math.abs(rho - 1.0856629);
            for (int i = 0; i < n; i++) {
                double ground = 0.5 * Math.cos(2 * Math.PI * i / nodes);
                assertThat(m[middle + i]).isCloseTo(Math.max(0, Math.min(rho - ground, 1.25)), within(1e-3));
                // What the place is worth more than it costs is the pressure.
                assertThat(p[middle + i]).isCloseTo(Math.max(0, rho - ground - 1.25), within(1e-3));
            }
        }
        assertThat(error[0]).isLessThan(2e-3);
        assertThat(error[1]).isLessThan(error[0]);
        assertThat(error[2]).isLessThan(error[1]);
    }

    /** The values at a door stay what leaving costs when the start is slowed down. */
    @Test
    void aCrowdWithADoorKeepsBelowACeiling() {
        Solved solved = Solved.of(
                crowd().domain(SmallGames.CORRIDOR)
                        .horizon(4)
                        .runningCost((t, x) -> 2 * Math.cos(2 * Math.PI * x[0]))
                        .ceiling((t, x) -> t == 0 ? 2 : 1.25)
                        .build(),
                21,
                20);
        assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
        assertThat(Arrays.stream(solved.equilibrium().pressure().orElseThrow())
                        .max()
                        .orElseThrow())
                .isGreaterThan(0.5);
    }

    /** The unit of costs is not max |u| = 22, which says nothing where u differs nowhere: the gap is to be at most the tolerance. */
    @Test
    void aCrowdWithoutAReasonToMoveMayHaveACeiling() {
        Solved solved = Solved.of(
                crowd().coupling(SmallGames.crowdAversion(22))
                        .ceiling((t, x) -> 2.2)
                        .build(),
                11,
                10);
        assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
        assertThat(solved.equilibrium().m()).usingComparatorWithPrecision(1e-12).containsOnly(1);
    }

    /** Data of Lavigne and Pfeiffer (2023), on another scheme: a crowd must leave the middle for a third of the time. */
    @Test
    void aCrowdLeavesAPlaceForAWhile() {
        Solved solved = Solved.of(
                crowd().hamiltonian(new Square())
                        .initialDensity(x -> Math.exp(-Math.pow((x[0] - 0.5) / 0.25, 2)))
                        .ceiling((t, x) -> isMiddle(t) && isMiddle(x[0]) ? 0.25 : 3)
                        .build(),
                30,
                30);
        assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
        double[] m = solved.equilibrium().m();
        double[] p = solved.equilibrium().pressure().orElseThrow();
        double[] ceiling = solved.game().ceiling().orElseThrow();
        for (int i = 30; i < m.length; i++) {
            assertThat(m[i]).isLessThanOrEqualTo(ceiling[i] + 1e-12);
            assertThat(p[i]).isGreaterThanOrEqualTo(0);
            assertThat(p[i] * (ceiling[i] - m[i])).isLessThan(1e-8);
        }
        assertThat(solved.equilibrium().last().exploitability()).isCloseTo(0, within(1e-7));
    }

    private static boolean isMiddle(double s) {
        return s > 1.0 / 3 && s < 2.0 / 3;
    }

    /** The drift √p is that of momenta beside u: the crowd that plays u itself is above the ceiling by what is left of its equations. */
    @Test
    void aCrowdWhoseDriftIsSteepKeepsBelowACeiling() {
        Solved solved = Solved.of(
                SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.power(1.5, 0))
                        .ceiling((t, x) -> t == 0 ? 100 : 1.5)
                        .build(),
                30,
                30);
        assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
        double[] m = solved.equilibrium().m();
        double[] p = solved.equilibrium().pressure().orElseThrow();
        for (int i = 30; i < m.length; i++) {
            assertThat(m[i]).isLessThanOrEqualTo(1.5 + 1e-8);
            assertThat(p[i] * (1.5 - m[i])).isLessThan(1e-8);
        }
        assertThat(Arrays.stream(p).max().orElseThrow()).isGreaterThan(0.1);
    }

    /** On steps that grow twentyfold the crowd comes to that on steps that are even and short, to first order. */
    @Test
    void aCeilingHoldsOnStepsThatGrow() {
        MeanFieldGame game = crowd().viscosity(0.05)
                .terminalCost(x -> x[0] * x[0])
                .ceiling((t, x) -> 1.2)
                .build();
        Grid grid = Grid.of(game.domain(), 11);
        double[] even = Solved.of(game, 11, 640).equilibrium().m();
        double[] error = new double[2];
        for (int k = 0; k < 2; k++) {
            int steps = 40 << k;
            DiscreteGame graded = new UpwindDiscretization(1).discretize(game, grid, new TimeGrid(1, steps, 20));
            Equilibrium found = new NewtonSolver(new StoppingRule(1e-8, 200)).solve(graded);
            assertThat(found.status()).isEqualTo(Status.CONVERGED);
            for (int i = 0; i < 11; i++) {
                error[k] += 0.1 * Math.abs(found.m()[steps * 11 + i] - even[640 * 11 + i]);
            }
        }
        assertThat(error[0]).isLessThan(0.05);
        assertThat(error[0] / error[1]).isBetween(1.6, 2.4);
    }

    @Test
    void aTargetBelowACeilingIsReachedBelowIt() {
        Solved solved = Solved.of(
                crowd().targetDensity(x -> 0.5 + x[0]).ceiling((t, x) -> 1.6).build(), 20, 20);
        assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
        assertThat(solved.missed()).isLessThan(1e-8);
    }

    /** Where it would not be met, it changes nothing but for the gap. */
    @Test
    void aHighCeilingChangesNothing() {
        MeanFieldGame free = crowd().terminalCost(x -> x[0] * x[0]).build();
        double[] m = Solved.of(free, 20, 20).equilibrium().m();
        Solved solved = Solved.of(free.toBuilder().ceiling((t, x) -> 50).build(), 20, 20);
        assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
        assertThat(solved.equilibrium().m()).containsExactly(m, within(1e-7));
    }

    @Test
    void aCeilingThatIsTooLowIsRefused() {
        refused(crowd().ceiling((t, x) -> 0.9), "ceiling must leave more room than the whole crowd takes");
        refused(
                crowd().massSource((t, x) -> 1).ceiling((t, x) -> 1.5),
                "ceiling must leave more room than the whole crowd takes");
        refused(crowd().ceiling((t, x) -> -1), "ceiling must be finite and > 0 everywhere");
        refused(
                crowd().initialDensity(x -> x[0]).ceiling((t, x) -> 1.5),
                "ceiling must be at least the initial density");
        refused(
                crowd().targetDensity(x -> 1e-3 + x[0]).ceiling((t, x) -> 1.5),
                "ceiling must be at least the target density");
    }

    private static void refused(MeanFieldGameBuilder game, String message) {
        assertThatThrownBy(() -> Solved.of(game.build(), 11, 5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    /** H = p²: an agent pays ¼ a². */
    private static final class Square implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return p * p;
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return 2 * p;
        }

        @Override
        public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
            return 2;
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return 0;
        }
    }
}
