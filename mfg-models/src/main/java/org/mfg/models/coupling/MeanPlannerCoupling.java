package org.mfg.models.coupling;

import java.util.Arrays;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.NonlocalCoupling;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * The planner's version of a coupling through the mean: c(t, x, μ) + Σ_k x_k ∫ ∂c/∂μ_k(t, y, μ) m(y) dy. Its derivative
 * needs ∂²c/∂μ² in the direction of the change of μ, which is taken as a central difference of the gradient.
 *
 * @param cost the cost c
 */
record MeanPlannerCoupling(MeanCost cost) implements NonlocalCoupling {

    @Override
    public DiscreteCoupling on(Grid grid, TimeGrid time) {
        return new OnGrid(cost, grid, time);
    }

    private static final class OnGrid implements DiscreteCoupling {
        private static final double STEP = Math.cbrt(Math.ulp(1.0));

        private final MeanCost cost;
        private final Grid grid;
        private final TimeGrid time;
        private final MeanPosition position;
        private final double[] x;
        private final double[] mean;
        private final double[] meanChange;
        private final double[] nearby;
        private final double[] gradient;
        private final double[] pull;

        OnGrid(MeanCost cost, Grid grid, TimeGrid time) {
            this.cost = cost;
            this.grid = grid;
            this.time = time;
            position = new MeanPosition(grid);
            int d = grid.dimension();
            x = new double[d];
            mean = new double[d];
            meanChange = new double[d];
            nearby = new double[d];
            gradient = new double[d];
            pull = new double[d];
        }

        @Override
        public void addValue(double[] m, int first, int last, double[] out) {
            int n = grid.size();
            for (int j = first; j <= last; j++) {
                double t = time.time(j);
                position.of(m, j * n, mean);
                Arrays.fill(pull, 0);
                addPull(t, mean, m, j * n, 1);
                for (int i = 0; i < n; i++) {
                    grid.position(i, x);
                    out[j * n + i] += cost.value(t, x, mean) + product(pull, x);
                }
            }
        }

        @Override
        public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
            int n = grid.size();
            for (int j = first; j <= last; j++) {
                double t = time.time(j);
                position.of(m, j * n, mean);
                position.of(dm, j * n, meanChange);
                Arrays.fill(pull, 0);
                addPull(t, mean, dm, j * n, 1);
                addPullOfMovedMean(t, m, j * n);
                for (int i = 0; i < n; i++) {
                    grid.position(i, x);
                    cost.meanGradient(t, x, mean, gradient);
                    out[j * n + i] += product(gradient, meanChange) + product(pull, x);
                }
            }
        }

        private void addPullOfMovedMean(double t, double[] m, int offset) {
            double change = Math.sqrt(product(meanChange, meanChange));
            if (change == 0) {
                return;
            }
            double e = STEP * Math.max(1, Math.sqrt(product(mean, mean))) / change;
            for (int sign = -1; sign <= 1; sign += 2) {
                for (int k = 0; k < nearby.length; k++) {
                    nearby[k] = mean[k] + sign * e * meanChange[k];
                }
                addPull(t, nearby, m, offset, sign / (2 * e));
            }
        }

        /** Adds factor ∫ ∂c/∂μ(t, y, μ) m(y) dy to {@link #pull}. */
        private void addPull(double t, double[] at, double[] m, int offset, double factor) {
            for (int i = 0; i < grid.size(); i++) {
                grid.position(i, x);
                cost.meanGradient(t, x, at, gradient);
                double mass = factor * grid.weight(i) * m[offset + i];
                for (int k = 0; k < pull.length; k++) {
                    pull[k] += mass * gradient[k];
                }
            }
        }

        private static double product(double[] a, double[] b) {
            double sum = 0;
            for (int k = 0; k < a.length; k++) {
                sum += a[k] * b[k];
            }
            return sum;
        }
    }
}
