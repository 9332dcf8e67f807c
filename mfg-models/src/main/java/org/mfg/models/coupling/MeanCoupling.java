package org.mfg.models.coupling;

import java.util.Arrays;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * A coupling through the mean position of the population, F[m](t, x) = c(t, x, μ(t)) with μ_k = ∫ x_k m(t, x) dx. On a
 * grid μ_k = Σ w x_k m. The derivative has rank d at each time level: F'[m] dm = Σ_k ∂c/∂μ_k Σ w x_k dm,
 * with the adjoint F'[m]* dv = Σ_k x_k Σ w ∂c/∂μ_k dv.
 *
 * <p>A mean position makes no sense on a periodic axis, which is refused.
 */
public final class MeanCoupling implements Coupling {
    private final MeanCost cost;

    /** The coupling with the given cost. */
    public MeanCoupling(MeanCost cost) {
        this.cost = cost;
    }

    @Override
    public DiscreteCoupling on(Grid grid, TimeGrid time) {
        return new OnGrid(cost, grid, time);
    }

    private static final class OnGrid implements DiscreteCoupling {
        private final MeanCost cost;
        private final Grid grid;
        private final TimeGrid time;
        private final MeanPosition position;
        private final double[] x;
        private final double[] mean;
        private final double[] meanChange;
        private final double[] gradient;

        OnGrid(MeanCost cost, Grid grid, TimeGrid time) {
            this.cost = cost;
            this.grid = grid;
            this.time = time;
            position = new MeanPosition(grid);
            x = new double[grid.dimension()];
            mean = new double[grid.dimension()];
            meanChange = new double[grid.dimension()];
            gradient = new double[grid.dimension()];
        }

        @Override
        public void addValue(double[] m, int first, int last, double[] out) {
            int n = grid.size();
            for (int j = first; j <= last; j++) {
                position.of(m, j * n, mean);
                double t = time.time(j);
                for (int i = 0; i < n; i++) {
                    grid.position(i, x);
                    out[j * n + i] += cost.value(t, x, mean);
                }
            }
        }

        @Override
        public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
            int n = grid.size();
            for (int j = first; j <= last; j++) {
                position.of(m, j * n, mean);
                position.of(dm, j * n, meanChange);
                double t = time.time(j);
                for (int i = 0; i < n; i++) {
                    grid.position(i, x);
                    cost.meanGradient(t, x, mean, gradient);
                    double change = 0;
                    for (int k = 0; k < gradient.length; k++) {
                        change += gradient[k] * meanChange[k];
                    }
                    out[j * n + i] += change;
                }
            }
        }

        @Override
        public void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
            int n = grid.size();
            double[] pull = new double[x.length];
            for (int j = first; j <= last; j++) {
                position.of(m, j * n, mean);
                findPull(time.time(j), dv, j * n, pull);
                for (int i = 0; i < n; i++) {
                    for (int k = 0; k < pull.length; k++) {
                        out[j * n + i] += pull[k] * grid.coordinate(i, k);
                    }
                }
            }
        }

        /** Writes Σ w ∂c/∂μ_k dv at the mean. */
        private void findPull(double t, double[] dv, int offset, double[] pull) {
            Arrays.fill(pull, 0);
            for (int i = 0; i < grid.size(); i++) {
                grid.position(i, x);
                cost.meanGradient(t, x, mean, gradient);
                double weight = grid.weight(i) * dv[offset + i];
                for (int k = 0; k < pull.length; k++) {
                    pull[k] += weight * gradient[k];
                }
            }
        }
    }
}
