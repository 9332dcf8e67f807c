package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.testkit.CouplingKit;

class MeanCouplingTest {

    /** c = t + Σ (x_k - μ_k²)²: not linear in the mean. */
    private static final MeanCost COST = new MeanCost() {
        @Override
        public double value(double t, double[] x, double[] mean) {
            double sum = t;
            for (int k = 0; k < x.length; k++) {
                sum += (x[k] - mean[k] * mean[k]) * (x[k] - mean[k] * mean[k]);
            }
            return sum;
        }

        @Override
        public void meanGradient(double t, double[] x, double[] mean, double[] gradient) {
            for (int k = 0; k < x.length; k++) {
                gradient[k] = -4 * mean[k] * (x[k] - mean[k] * mean[k]);
            }
        }
    };

    @Test
    void passesTheKitInOneTwoAndThreeDimensions() {
        CouplingKit.check(new MeanCoupling(COST), 1);
        CouplingKit.check(new MeanCoupling(COST), 2);
        CouplingKit.check(new MeanCoupling(COST), 3);
    }

    @Test
    void theMeanOfATriangleIsAtTwoThirds() {
        Grid grid = Grid.of(Domain.interval(0, 1), 401);
        double[] m = new double[grid.size() * 2];
        for (int i = 0; i < m.length; i++) {
            m[i] = 2 * grid.coordinate(i % grid.size(), 0);
        }
        double[] out = new double[m.length];
        new MeanCoupling(COST).on(grid, new TimeGrid(5, 1)).addValue(m, 1, 1, out);
        double mean = 2.0 / 3;
        assertThat(out[grid.size()]).isEqualTo(5 + Math.pow(mean, 4), within(1e-5));
        assertThat(out[0]).isZero();
    }

    @Test
    void aPeriodicAxisIsRefused() {
        Grid grid = Grid.of(Domain.of(Axis.periodic("x", 0, 1)), 8);
        assertThatThrownBy(() -> new MeanCoupling(COST).on(grid, new TimeGrid(1, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not periodic, but x is");
    }
}
