package org.mfg.solvers.calibration;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/**
 * How densities that were observed depend on those at nodes and levels, a linear map O with a few weights for each observation: multilinear in time and space, as {@link
 * DensityObservations} reads them. And its transpose.
 */
final class ObservationWeights {
    private final int size;
    private final int[][] nodes;
    private final double[][] weights;

    ObservationWeights(DiscreteGame game, double[] times, double[][] places) {
        size = game.size();
        Grid grid = game.grid();
        int corners = 1 << (grid.dimension() + 1);
        nodes = new int[places.length][corners];
        weights = new double[places.length][corners];
        for (int i = 0; i < places.length; i++) {
            BetweenLevels at = BetweenLevels.of(game, times[i]);
            for (int c = 0; c < corners; c++) {
                int bit = c & 1;
                nodes[i][c] = (at.below() + bit) * grid.size();
                weights[i][c] = bit == 1 ? at.share() : 1 - at.share();
            }
            for (int k = 0; k < grid.dimension(); k++) {
                place(grid, k, places[i][k], nodes[i], weights[i]);
            }
        }
    }

    /** Multiplies by the weights of the two nodes of an axis around a place. */
    private static void place(Grid grid, int axis, double x, int[] nodes, double[] weights) {
        double[] at = grid.coordinates(axis);
        int count = at.length;
        boolean isRing = grid.domain().axis(axis).isPeriodic();
        int cells = isRing ? count : count - 1;
        int cell = 0;
        while (cell < cells - 1 && at[cell + 1] <= x) {
            cell++;
        }
        double right = cell + 1 < count
                ? at[cell + 1]
                : at[0] + grid.domain().axis(axis).length();
        double share = Math.max(0, Math.min((x - at[cell]) / (right - at[cell]), 1));
        for (int c = 0; c < nodes.length; c++) {
            int bit = c >> (axis + 1) & 1;
            nodes[c] += (cell + bit) % count * grid.stride(axis);
            weights[c] *= bit == 1 ? share : 1 - share;
        }
    }

    /** O m. */
    double[] of(double[] m) {
        double[] found = new double[nodes.length];
        for (int i = 0; i < found.length; i++) {
            for (int c = 0; c < nodes[i].length; c++) {
                found[i] += weights[i][c] * m[nodes[i][c]];
            }
        }
        return found;
    }

    /** The quantity y·O m, whose gradient is Oᵀ y. */
    Quantity sum(double[] y) {
        double[] byDensity = new double[size];
        for (int i = 0; i < y.length; i++) {
            for (int c = 0; c < nodes[i].length; c++) {
                byDensity[nodes[i][c]] += weights[i][c] * y[i];
            }
        }
        return new Sum(new Gradient(new double[size], byDensity));
    }

    private record Sum(Gradient gradient) implements Quantity {
        @Override
        public String name() {
            return "observations";
        }

        @Override
        public double value(DiscreteGame game, double[] u, double[] m) {
            return gradient.along(new double[u.length], m);
        }

        @Override
        public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
            return Optional.of(gradient);
        }
    }
}
