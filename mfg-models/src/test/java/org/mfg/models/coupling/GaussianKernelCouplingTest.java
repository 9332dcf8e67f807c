package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.testkit.CouplingKit;

class GaussianKernelCouplingTest {
    private static final Domain TORUS = Domain.of(Axis.periodic("x", 0, 1));
    private static final Domain LINE = Domain.interval(-8, 8);
    private static final TimeGrid TIME = new TimeGrid(1, 3);

    @Test
    void passesTheKitInOneTwoAndThreeDimensions() {
        CouplingKit.check(new GaussianKernelCoupling(0.7, 0.2), 1);
        CouplingKit.check(new GaussianKernelCoupling(0.7, 0.2), TORUS);
        CouplingKit.check(new GaussianKernelCoupling(-1, 0.3), 2);
        CouplingKit.check(new GaussianKernelCoupling(1, 0.3), 3);
    }

    @Test
    void aUniformCrowdOnTheTorusCostsLambdaEverywhereForNarrowAndWideKernels() {
        for (double sigma : new double[] {0.05, 0.3, 2, 50}) {
            double[] cost = value(new GaussianKernelCoupling(3, sigma), Grid.of(TORUS, 64), x -> 1);
            assertThat(Arrays.stream(cost).map(c -> Math.abs(c - 3)).max().orElseThrow())
                    .isLessThan(1e-10);
        }
    }

    /** States have no distance from each other, so each feels the sum of all. */
    @Test
    void aCrowdOfSeveralStatesIsFeltAsTheSumOfThem() {
        Axis states = Axis.states("kind", States.populations("a", "b", "c"));
        Domain domain = Domain.of(Axis.noFlux("x", 0, 1), states);
        CouplingKit.check(new GaussianKernelCoupling(1, 0.2), domain);
        Grid line = Grid.of(Domain.interval(0, 1), 33);
        double[] one = value(new GaussianKernelCoupling(1, 0.2), line, x -> 1 + x[0]);
        double[] three = value(new GaussianKernelCoupling(1, 0.2), Grid.of(domain, 33), x -> (1 + x[0]) * (1 + x[1]));
        for (int i = 0; i < three.length; i++) {
            assertThat(three[i]).isEqualTo(6 * one[i / 3], within(1e-12));
        }
    }

    /** With weights of half the distance between a node's neighbours the integral is of second order on a smooth grading. */
    @Test
    void aGradedAxisIsIntegratedWithItsOwnWeights() {
        Axis graded = Axis.noFlux("x", -8, 8).graded(Grading.layers(1.5));
        CouplingKit.check(new GaussianKernelCoupling(1, 0.6), Domain.of(graded));
        double[] errors = new double[2];
        for (int k = 0; k < errors.length; k++) {
            Grid grid = Grid.of(Domain.of(graded), 160 * (k + 1) + 1);
            double[] cost = value(new GaussianKernelCoupling(2, 0.6), grid, x -> gaussian(x[0] - 0.5, 0.8));
            for (int i = 0; i < grid.size(); i++) {
                double exact = 2 * gaussian(grid.coordinate(i, 0) - 0.5, 1);
                errors[k] = Math.max(errors[k], Math.abs(cost[i] - exact));
            }
        }
        assertThat(Math.log(errors[0] / errors[1]) / Math.log(2)).isGreaterThan(1.9);
    }

    /** Sampled at the nodes, a kernel of a tenth of a spacing would have a mass of 4, and the coupling four times its strength. */
    @Test
    void aKernelThatTheGridDoesNotResolveKeepsItsMassAndBecomesLocal() {
        double h = 1.0 / 64;
        for (double part : new double[] {0.999, 0.5, 0.25, 0.1, 1e-6}) {
            GaussianKernelCoupling coupling = new GaussianKernelCoupling(3, part * h);
            double[] uniform = value(coupling, Grid.of(TORUS, 64), x -> 1);
            assertThat(Arrays.stream(uniform).map(c -> Math.abs(c - 3)).max().orElseThrow())
                    .isLessThan(1e-12);
            Grid grid = Grid.of(TORUS, 64);
            double[] wave = value(coupling, grid, x -> 1 + Math.cos(2 * Math.PI * x[0]));
            for (int i = 0; i < grid.size(); i++) {
                // Second order: ½ (σ² + h²/12) (2π)² is at most 5.2e-3 here.
                assertThat(wave[i])
                        .isEqualTo(3 * (1 + Math.cos(2 * Math.PI * grid.coordinate(i, 0))), within(3 * 5.3e-3));
            }
        }
        CouplingKit.check(new GaussianKernelCoupling(0.7, 0.01), 1);
    }

    @Test
    void convolvingAWaveOnTheTorusDampsItAsTheHeatEquationDoes() {
        double sigma = 0.11;
        Grid grid = Grid.of(TORUS, 64);
        double[] cost = value(new GaussianKernelCoupling(1, sigma), grid, x -> 1 + Math.cos(2 * Math.PI * x[0]));
        double damping = Math.exp(-2 * Math.PI * Math.PI * sigma * sigma);
        for (int i = 0; i < grid.size(); i++) {
            double expected = 1 + damping * Math.cos(2 * Math.PI * grid.coordinate(i, 0));
            assertThat(cost[i]).isEqualTo(expected, within(1e-12));
        }
    }

    @Test
    void gaussiansConvolveToTheGaussianOfTheSummedVariances() {
        Grid grid = Grid.of(LINE, 321);
        double[] cost = value(new GaussianKernelCoupling(2, 0.6), grid, x -> gaussian(x[0] - 0.5, 0.8));
        for (int i = 0; i < grid.size(); i++) {
            assertThat(cost[i]).isEqualTo(2 * gaussian(grid.coordinate(i, 0) - 0.5, 1), within(1e-12));
        }
    }

    @Test
    void aProductOfDensitiesConvolvesAxisByAxisInTwoDimensions() {
        Grid grid = Grid.of(Domain.of(Axis.noFlux("x", -8, 8), Axis.periodic("y", 0, 1)), 129, 32);
        double sigma = 0.6;
        double[] cost = value(
                new GaussianKernelCoupling(1, sigma),
                grid,
                x -> gaussian(x[0], 0.8) * (1 + Math.sin(2 * Math.PI * x[1])));
        double damping = Math.exp(-2 * Math.PI * Math.PI * sigma * sigma);
        for (int i = 0; i < grid.size(); i++) {
            double wave = 1 + damping * Math.sin(2 * Math.PI * grid.coordinate(i, 1));
            assertThat(cost[i]).isEqualTo(gaussian(grid.coordinate(i, 0), 1) * wave, within(1e-12));
        }
    }

    @Test
    void theCouplingIsMonotoneBecauseTheKernelIsPositiveDefinite() {
        Grid grid = Grid.of(Domain.interval(0, 1), 50);
        DiscreteCoupling kernel = new GaussianKernelCoupling(1, 0.1).on(grid, TIME);
        Random random = new Random(5);
        for (int trial = 0; trial < 20; trial++) {
            double[] dm = random.doubles(50 * 4, -1, 1).toArray();
            double[] change = new double[dm.length];
            kernel.addDerivative(dm, dm, 0, 3, change);
            double inner = 0;
            for (int i = 0; i < dm.length; i++) {
                inner += grid.weight(i % 50) * dm[i] * change[i];
            }
            assertThat(inner).isPositive();
        }
    }

    private static double[] value(GaussianKernelCoupling f, Grid grid, org.mfg.api.game.SpaceFunction density) {
        int n = grid.size();
        double[] m = new double[n * TIME.levels()];
        double[] x = new double[grid.dimension()];
        for (int i = 0; i < m.length; i++) {
            grid.position(i % n, x);
            m[i] = density.at(x);
        }
        double[] out = new double[m.length];
        f.on(grid, TIME).addValue(m, 0, TIME.steps(), out);
        return Arrays.copyOfRange(out, 2 * n, 3 * n);
    }

    private static double gaussian(double z, double sigma) {
        return Math.exp(-0.5 * z * z / (sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI));
    }
}
