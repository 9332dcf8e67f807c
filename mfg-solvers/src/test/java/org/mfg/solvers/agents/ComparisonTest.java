package org.mfg.solvers.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;

/** Distances that can be worked out by hand. */
class ComparisonTest {
    private static final double[] ALL_AT_A_QUARTER = {0.25, 0.25};

    @Test
    void allAtOnePlaceAreHalfTheSquaresFromTheUniformDensity() {
        Comparison c = Comparison.of(Grid.of(Domain.interval(0, 1), 11), ALL_AT_A_QUARTER, 0, 2, ones(11), 0);

        assertThat(c.wasserstein()[0]).isEqualTo(0.5 * (0.25 * 0.25 + 0.75 * 0.75), within(1e-3));
        assertThat(c.l1()).isEqualTo(1.8, within(1e-12));
    }

    @Test
    void onACircleTheWayRoundMayBeShorter() {
        Grid grid = Grid.of(Domain.of(Axis.periodic("x", 0, 1)), 10);
        Comparison c = Comparison.of(grid, ALL_AT_A_QUARTER, 0, 2, ones(10), 0);

        assertThat(c.wasserstein()[0]).isEqualTo(0.25, within(1e-3));
    }

    @Test
    void agentsSpreadByTheDensityAreNear() {
        Grid grid = Grid.of(Domain.interval(0, 1), 11);
        double[] m = new double[11];
        Arrays.setAll(m, i -> 2 * grid.coordinate(i, 0));
        double[] agents = new double[10_000];
        Arrays.setAll(agents, a -> Math.sqrt((a + 0.5) / agents.length));
        Comparison c = Comparison.of(grid, agents, 0, agents.length, m, 0);

        assertThat(c.wasserstein()[0]).isLessThan(1e-4);
        assertThat(c.inside()).isEqualTo(1, within(1e-9));
    }

    @Test
    void thoseWhoHaveLeftCountAsMassThatHasLeft() {
        double[] oneLeft = {0.5, Double.NaN};
        double[] half = new double[11];
        Arrays.fill(half, 0.5);
        Comparison c = Comparison.of(Grid.of(Domain.interval(0, 1), 11), oneLeft, 0, 2, half, 0);

        assertThat(c.inside()).isEqualTo(0.5);
        assertThat(c.mass()).isEqualTo(0.5, within(1e-12));
        assertThat(c.wasserstein()[0]).isEqualTo(0.25, within(1e-3));
    }

    @Test
    void inThePlaneEachAxisHasItsOwnDistance() {
        Grid grid = Grid.of(Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 2)), 5, 7);
        double[] m = new double[35];
        Arrays.fill(m, 0.5);
        Comparison c = Comparison.of(grid, new double[] {0, 1}, 0, 1, m, 0);

        assertThat(c.wasserstein()).containsExactly(new double[] {0.5, 0.5}, within(1e-3));
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
