package org.mfg.models.coupling;

import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * A coupling through the mean speed of the population, F[m](t, x) = -α x · μ'(t) with μ_k = ∫ x_k m(t, x) dx: what x units lose
 * per unit of time when the speed of the crowd moves their price by α. Where nobody is near the ends of the domain, μ' is the mean
 * of the agents' controls, so a game with this coupling is a mean field game of controls. Not for stationary games, whose mean does not
 * move.
 *
 * <p>On a grid μ' is a {@link TimeDifference}: the coupling at a time level reads its neighbours too. The social cost is -α ∫ μ · μ'
 * dt = ½ α (|μ(0)|² - |μ(T)|²), so the planner's version is 0 before the end, and at the end the point mass -α x · μ(T). On a grid the
 * adjoint of the difference makes it the exact derivative of the discrete social cost, with the point mass spread over the last time
 * step: of first order in Δt.
 */
public final class MeanSpeedCoupling implements Coupling {
    private final double alpha;

    /**
     * F[m] = -α x · μ'.
     *
     * @param alpha the strength α, finite
     */
    public MeanSpeedCoupling(double alpha) {
        if (!Double.isFinite(alpha)) {
            throw InvalidInputException.of("alpha", "be finite", alpha);
        }
        this.alpha = alpha;
    }

    @Override
    public DiscreteCoupling on(Grid grid, TimeGrid time) {
        return new OnGrid(grid, time, new BackwardDifference(time));
    }

    @Override
    public DiscreteCoupling forTrapezoidRule(Grid grid, TimeGrid time) {
        return new OnGrid(grid, time, new CentralDifference(time));
    }

    /** A difference quotient in time or its adjoint. */
    private interface Quotient {
        double at(double[] f, int level);
    }

    private final class OnGrid implements DiscreteCoupling {
        private final Grid grid;
        private final int steps;
        private final TimeDifference difference;
        private final MeanPosition position;
        private final double[] levelMean;
        /** The mean by axis and level. */
        private final double[][] mean;

        OnGrid(Grid grid, TimeGrid time, TimeDifference difference) {
            this.grid = grid;
            this.difference = difference;
            steps = time.steps();
            position = new MeanPosition(grid);
            levelMean = new double[grid.dimension()];
            mean = new double[grid.dimension()][time.levels()];
        }

        @Override
        public void addValue(double[] m, int first, int last, double[] out) {
            add(m, first, last, difference::at, out);
        }

        /** The coupling is linear. */
        @Override
        public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
            addValue(dm, first, last, out);
        }

        @Override
        public void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
            add(dv, first, last, difference::adjointAt, out);
        }

        /** None: the coupling is linear. */
        @Override
        public void addAdjointChange(double[] m, double[] dm, double[] dv, int first, int last, double[] out) {}

        private void add(double[] m, int first, int last, Quotient quotient, double[] out) {
            findMeans(m, first, last);
            int n = grid.size();
            for (int k = 0; k < mean.length; k++) {
                for (int j = first; j <= last; j++) {
                    double speed = quotient.at(mean[k], j);
                    for (int i = 0; i < n; i++) {
                        out[j * n + i] -= alpha * speed * grid.coordinate(i, k);
                    }
                }
            }
        }

        private void findMeans(double[] m, int first, int last) {
            for (int j = Math.max(0, first - 1); j <= Math.min(steps, last + 1); j++) {
                position.of(m, j * grid.size(), levelMean);
                for (int k = 0; k < mean.length; k++) {
                    mean[k][j] = levelMean[k];
                }
            }
        }
    }
}
