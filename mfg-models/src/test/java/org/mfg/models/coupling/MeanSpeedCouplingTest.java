package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.PlannerCoupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.testkit.CouplingKit;

class MeanSpeedCouplingTest {

    @Test
    void passesTheKitWithItsPlannersVersions() {
        CouplingKit.check(new MeanSpeedCoupling(0.7), 1);
        CouplingKit.check(new MeanSpeedCoupling(-0.7), 2);
        CouplingKit.check(new PlannerCoupling(new MeanSpeedCoupling(0.7)), 1);
    }

    /** A box of width 0.4 that moves with μ = 1 + t²: the backward quotient is that at the middle of the step. */
    @Test
    void aMovingCrowdCostsAlphaTimesItsSpeed() {
        Grid grid = Grid.of(Domain.interval(0, 3), 3001);
        TimeGrid time = new TimeGrid(1, 4);
        double[] m = new double[grid.size() * time.levels()];
        for (int i = 0; i < m.length; i++) {
            double t = time.time(i / grid.size());
            m[i] = Math.abs(grid.coordinate(i % grid.size(), 0) - 1 - t * t) < 0.2 ? 2.5 : 0;
        }
        MeanSpeedCoupling coupling = new MeanSpeedCoupling(0.5);
        double[] implicit = value(coupling.on(grid, time), m);
        double[] trapezoid = value(coupling.forTrapezoidRule(grid, time), m);
        int at = 2 * grid.size() + 2000;

        assertThat(implicit[at]).isEqualTo(-0.5 * 2 * 2 * 0.375, within(0.02));
        assertThat(trapezoid[at]).isEqualTo(-0.5 * 2 * 2 * 0.5, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theAdjointsAreThoseForTheWeightsOfTheirSchemes(int steps) {
        TimeGrid time = new TimeGrid(1.3, steps);
        double[] implicit = new double[steps + 1];
        double[] trapezoid = new double[steps + 1];
        for (int j = 0; j <= steps; j++) {
            implicit[j] = j == 0 ? 0 : time.step(0);
            trapezoid[j] = j == 0 || j == steps ? 0.5 * time.step(0) : time.step(0);
        }
        // The implicit scheme gives no weight to level 0, where densities are fixed.
        checkAdjoint(new BackwardDifference(time), implicit, 1);
        checkAdjoint(new CentralDifference(time), trapezoid, 0);
    }

    private static void checkAdjoint(TimeDifference d, double[] weight, int first) {
        Random random = new Random(1);
        double[] a = random.doubles(weight.length, -1, 1).toArray();
        double[] b = random.doubles(weight.length, -1, 1).toArray();
        for (int j = 0; j < first; j++) {
            b[j] = 0;
        }
        double left = 0;
        double right = 0;
        for (int j = 0; j < weight.length; j++) {
            left += weight[j] * a[j] * d.at(b, j);
            right += weight[j] * b[j] * d.adjointAt(a, j);
        }
        assertThat(left).isEqualTo(right, within(1e-14));
    }

    @Test
    void aPeriodicAxisIsRefused() {
        Grid grid = Grid.of(Domain.of(Axis.periodic("x", 0, 1)), 8);
        assertThatThrownBy(() -> new MeanSpeedCoupling(1).on(grid, new TimeGrid(1, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not periodic, but x is");
    }

    private static double[] value(DiscreteCoupling coupling, double[] m) {
        double[] out = new double[m.length];
        coupling.addValue(m, 1, 4, out);
        return out;
    }
}
