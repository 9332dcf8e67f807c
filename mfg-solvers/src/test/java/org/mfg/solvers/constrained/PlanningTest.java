package org.mfg.solvers.constrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.finitedifferences.CrankNicolsonDiscretization;
import org.mfg.solvers.newton.NewtonSolver;
import org.mfg.solvers.picard.PicardSolver;

/** Crowds that end where they are told to: against optimal transport and a Schrödinger bridge. */
class PlanningTest {
    private static final Domain SQUARE = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));

    private static final SpaceFunction WIDE = x -> bump(x[0], 1) + 1e-3;
    private static final SpaceFunction NARROW = x -> bump(x[0], 0.3) + 1e-3;

    private static MeanFieldGameBuilder planning(double viscosity, SpaceFunction from, SpaceFunction to) {
        return MeanFieldGame.builder("planning")
                .domain(SmallGames.INTERVAL)
                .horizon(1)
                .viscosity(viscosity)
                .hamiltonian(Hamiltonians.quadratic())
                .initialDensity(from)
                .targetDensity(to);
    }

    /** x + 1/2 becomes 1: W₂² = 1/120. */
    @Test
    void theCostOfPlanningWithoutACrowdIsTheTransportDistance() {
        MeanFieldGame game = planning(0, x -> x[0] + 0.5, x -> 1).build();
        double[] error = new double[3];
        for (int k = 0; k < 3; k++) {
            int nodes = 50 << k;
            Solved solved = Solved.of(game, nodes, nodes);
            assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
            assertThat(solved.missed()).isLessThan(1e-8);
            error[k] = Math.abs(120 * solved.squaredDistance() - 1);
            assertThat(120 * solved.squaredDistanceByDuality()).isCloseTo(1, within(2.0 / (nodes * nodes)));
            assertThat(120 * solved.action()).isCloseTo(1, within(0.1 / (nodes * nodes)));
        }
        assertThat(error[2]).isLessThan(1.5e-3);
        // About 0.27 h - 2.7 h²: first order.
        assertThat(error[0] / error[1]).isBetween(1.6, 2.2);
        assertThat(error[1] / error[2]).isBetween(1.8, 2.2);
    }

    /** Noise crosses the domain 50,000 times: what leads agents to their places against it costs as much as that. */
    @Test
    void aTargetIsReachedAgainstALotOfNoise() {
        Solved solved = Solved.of(
                planning(5e4, x -> 1 + 0.5 * Math.cos(Math.PI * x[0]), x -> 1 + 0.5 * Math.sin(Math.PI * x[0]))
                        .build(),
                30,
                30);
        assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
        assertThat(solved.missed()).isLessThan(1e-8);
    }

    /** Of the tolls at the end, known up to a constant, those of mean 0 are meant, whatever a start has. */
    @Test
    void tollsHaveTheMeanZeroFromAnyStart() {
        DiscreteGame game =
                SmallGames.discretize(planning(0.01, x -> x[0] + 0.5, x -> 1).build(), 20, 20);
        Guess start = Guess.stationary(game);
        Arrays.setAll(start.u(), i -> start.u()[i] + 3);
        Equilibrium found = new NewtonSolver(new StoppingRule(1e-8, 200)).solve(game, start, Monitor.NONE);
        assertThat(found.status()).isEqualTo(Status.CONVERGED);
        assertThat(game.space().integrate(found.u(), 20 * 20)).isCloseTo(0, within(1e-12));
    }

    /** A bump becomes one 0.3 times as wide: the quantiles say how far each agent goes. Below the bumps there is a little crowd everywhere. */
    @Test
    void aCrowdIsCompressedAtItsTransportDistance() {
        double exact = squaredDistance(WIDE, NARROW);
        // Without the little crowd.
        assertThat(exact).isCloseTo((Math.PI * Math.PI - 6) * 0.49 / (12 * Math.PI * Math.PI), within(1e-4));
        double[] error = new double[3];
        double[] ofAction = new double[3];
        double[] byDuality = new double[3];
        for (int k = 0; k < 3; k++) {
            int nodes = 20 << k;
            Solved solved = Solved.of(planning(0, WIDE, NARROW).build(), nodes, nodes);
            assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
            error[k] = Math.abs(solved.squaredDistance() / exact - 1);
            ofAction[k] = Math.abs(solved.action() / exact - 1);
            byDuality[k] = Math.abs(solved.squaredDistanceByDuality() / exact - 1);
        }
        assertThat(byDuality[2]).isLessThan(2e-2);
        // The square of a flow's error of first order.
        assertThat(ofAction[0] / ofAction[1]).isGreaterThan(3.5);
        assertThat(ofAction[1] / ofAction[2]).isGreaterThan(3.5);
        assertThat(ofAction[2]).isLessThan(1e-2);
        // The scheme's own viscosity spreads a narrow bump, and moving against it costs: first order, from a large
        // constant.
        assertThat(error[0] / error[1]).isGreaterThan(1.7);
        assertThat(error[1] / error[2]).isGreaterThan(1.8);
    }

    @Test
    @Tag("slow")
    void theTransportDistanceOfACompressionIsRightToAThousandth() {
        Solved solved = Solved.of(planning(0, WIDE, NARROW).build(), 200, 200);
        assertThat(solved.missed()).isLessThan(1e-8);
        assertThat(solved.action() / squaredDistance(WIDE, NARROW)).isCloseTo(1, within(1e-3));
    }

    private static double bump(double x, double width) {
        double y = (x - 0.5) / width;
        return Math.abs(y) < 0.5 ? (1 + Math.cos(2 * Math.PI * y)) / width : 0;
    }

    /** The distance between two densities on [0, 1] by their quantiles. */
    private static double squaredDistance(SpaceFunction from, SpaceFunction to) {
        int cells = 20_000;
        double[] one = distribution(from, cells);
        double[] other = distribution(to, cells);
        double sum = 0;
        int i = 0;
        int k = 0;
        for (int q = 0; q < cells; q++) {
            double share = (q + 0.5) / cells;
            while (one[i] < share) {
                i++;
            }
            while (other[k] < share) {
                k++;
            }
            sum += Math.pow((double) (i - k) / cells, 2) / cells;
        }
        return sum;
    }

    private static double[] distribution(SpaceFunction density, int cells) {
        double[] below = new double[cells];
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            sum += density.at(new double[] {(i + 0.5) / cells});
            below[i] = sum;
        }
        for (int i = 0; i < cells; i++) {
            below[i] /= sum;
        }
        return below;
    }

    /** In the plane: translation of a bump by (0.4, 0.4). A coarse grid shows that it gets there; u(T) is free, and its mean is 0. */
    @Test
    void aCrowdInThePlaneGetsThereToo() {
        MeanFieldGame game = planning(0.05, x -> hill(x, 0.3), x -> hill(x, 0.7))
                .domain(SQUARE)
                .build();
        Solved solved = Solved.of(game, 9, 8);
        assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
        assertThat(solved.missed()).isLessThan(1e-8);
        int n = solved.game().space().size();
        double mean = solved.game().space().integrate(solved.equilibrium().u(), 8 * n);
        assertThat(mean).isCloseTo(0, within(1e-8));
        assertThat(solved.equilibrium().last().exploitability()).isCloseTo(0, within(1e-8));
    }

    private static double hill(double[] x, double center) {
        double square = Math.pow(x[0] - center, 2) + Math.pow(x[1] - center, 2);
        return 1e-3 + Math.exp(-10 * square);
    }

    /** With noise and no crowd the plan is the Schrödinger bridge, which Sinkhorn's iteration finds from the heat kernel. */
    @Test
    void withNoiseThePlanIsTheSchroedingerBridge() {
        SpaceFunction from = x -> 0.1 + Math.exp(-30 * Math.pow(x[0] - 0.3, 2));
        SpaceFunction to = x -> 0.1 + Math.exp(-30 * Math.pow(x[0] - 0.75, 2));
        double viscosity = 0.05;
        double[] bridge = new SchroedingerBridge(from, to, viscosity, 1).at(0.5);
        double[] error = new double[3];
        for (int k = 0; k < 3; k++) {
            int steps = 20 << k;
            Solved solved = Solved.of(planning(viscosity, from, to).build(), steps + 1, steps);
            assertThat(solved.missed()).isLessThan(1e-8);
            int n = steps + 1;
            int stride = (bridge.length - 1) / steps;
            for (int i = 0; i < n; i++) {
                double m = solved.equilibrium().m()[steps / 2 * n + i];
                error[k] += solved.game().space().weight(i) * Math.abs(m - bridge[i * stride]);
            }
        }
        assertThat(error[2]).isLessThan(1.5e-2);
        assertThat(error[0] / error[1]).isBetween(1.7, 2.3);
        assertThat(error[1] / error[2]).isBetween(1.7, 2.3);
    }

    /** A crowd that minds itself, little noise, and a narrow target. */
    @Test
    void aCrowdThatAvoidsItselfGetsThere() {
        MeanFieldGame game = planning(
                        0.001,
                        x -> 1e-6 + Math.exp(-50 * Math.pow(x[0] - 0.3, 2)),
                        x -> 1e-6 + Math.exp(-50 * Math.pow(x[0] - 0.7, 2)))
                .coupling(SmallGames.crowdAversion(5))
                .build();
        Solved solved = Solved.of(game, 40, 40);
        assertThat(solved.equilibrium().status()).isEqualTo(Status.CONVERGED);
        assertThat(solved.missed()).isLessThan(1e-8);
    }

    @Test
    void whatCannotBeReachedIsRefused() {
        SpaceFunction one = x -> 1;
        refused(
                () -> Solved.of(planning(0.1, one, x -> Math.max(0, x[0] - 0.5)).build(), 11, 5),
                "must be > 0 everywhere");
        refused(() -> Solved.of(planning(0.1, one, x -> -x[0]).build(), 11, 5), "must be finite and >= 0 everywhere");
        refused(() -> planning(0.1, one, one).domain(SmallGames.CORRIDOR).build(), "with exits or a mass source");
        refused(() -> planning(0.1, one, one).massSource((t, x) -> 1).build(), "with exits or a mass source");
        refused(() -> planning(0.1, one, one).terminalCost(one).build(), "with a terminal cost");
        refused(() -> planning(0.1, one, one).forever().build(), "");
    }

    @Test
    void aCostAndATargetTakeEachOthersPlace() {
        MeanFieldGame planned = planning(0.1, x -> 1, x -> 1 + x[0]).build();
        assertThat(planned.toBuilder().viscosity(1).build().targetDensity()).isPresent();
        MeanFieldGame free = planned.toBuilder().terminalCost(x -> 7).build();
        assertThat(free.targetDensity()).isEmpty();
        assertThat(free.toBuilder().targetDensity(x -> 2).build().terminalCost().at(new double[] {0}))
                .isZero();
        assertThat(planned.toBuilder().forever().build().targetDensity()).isEmpty();
    }

    @Test
    void whatDoesNotKnowTargetsSaysSo() {
        MeanFieldGame game = planning(0.1, x -> 1, x -> 1 + x[0]).build();
        Grid grid = Grid.of(game.domain(), 11);
        TimeGrid time = game.timeGrid(5);
        refused(() -> new CrankNicolsonDiscretization(1).discretize(game, grid, time), "for crank-nicolson");
        refused(
                () -> new PicardSolver(new StoppingRule(1e-8, 10), 0.5).solve(SmallGames.discretize(game, 11, 5)),
                "solver must be newton or admm");
        MeanFieldGame farther = game.toBuilder().coupling(new Everywhere()).build();
        refused(() -> Solved.of(farther, 11, 5), "couplings must be local");
    }

    private static void refused(Runnable task, String message) {
        assertThatThrownBy(task::run).isInstanceOf(InvalidInputException.class).hasMessageContaining(message);
    }

    /** The mass of all places. */
    private static final class Everywhere implements Coupling {
        @Override
        public DiscreteCoupling on(Grid grid, TimeGrid time) {
            return new DiscreteCoupling() {
                @Override
                public void addValue(double[] m, int first, int last, double[] out) {
                    addDerivative(m, m, first, last, out);
                }

                @Override
                public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
                    int n = grid.size();
                    for (int j = first; j <= last; j++) {
                        double mass = grid.integrate(dm, j * n);
                        for (int i = j * n; i < (j + 1) * n; i++) {
                            out[i] += mass;
                        }
                    }
                }
            };
        }
    }
}
