package org.mfg.solvers.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceSamples;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.sensitivity.Sensitivity;

/**
 * The derivative J of observed densities, in their deviations, in a running cost f(x) at the nodes: a product with J is a tangent, one with Jᵀ an adjoint. With the matrix D of a
 * penalty it solves (JᵀJ + α D) x = b.
 */
final class RunningCostMap {
    private static final int MOST_PRODUCTS = 200;
    private static final double CONJUGATE = 1e-3;

    private final DiscreteGame known;
    private final DensityObservations data;
    private final ObservationWeights weights;
    private final double[] cost;
    private final Sensitivity sensitivity;

    /**
     * @param known the game without f
     * @param cost f
     * @param equilibrium of the game with f
     */
    RunningCostMap(DiscreteGame known, DensityObservations data, double[] cost, Equilibrium equilibrium) {
        this.known = known;
        this.data = data;
        this.cost = cost;
        weights = data.weights(known);
        sensitivity = Sensitivity.of(game(known, cost), equilibrium);
    }

    /** A game with f added to its running cost. */
    static DiscreteGame game(DiscreteGame known, double[] f) {
        Grid grid = known.grid();
        List<double[]> coordinates =
                IntStream.range(0, grid.dimension()).mapToObj(grid::coordinates).toList();
        SpaceSamples added = SpaceSamples.of(grid.domain(), coordinates, f);
        SpaceTimeFunction own = known.game().runningCost();
        MeanFieldGame changed = known.game().toBuilder()
                .runningCost((t, x) -> own.at(t, x) + added.at(x))
                .build();
        return known.discretization().discretize(changed, grid, known.time());
    }

    /** J d. */
    double[] of(double[] direction) {
        double scale = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        if (scale == 0) {
            return new double[data.count()];
        }
        double[] observed = data.errors()
                .relative(weights.of(sensitivity
                        .tangent(0, value -> {
                            double[] moved = cost.clone();
                            add(value / scale, direction, moved);
                            return game(known, moved);
                        })
                        .dm()));
        for (int i = 0; i < observed.length; i++) {
            observed[i] *= scale;
        }
        return observed;
    }

    /** Jᵀ y, without the mean that rounding leaves: a constant changes no density. */
    double[] transposed(double[] y) {
        double[] byField =
                sensitivity.adjoint(weights.sum(data.errors().relative(y))).toRunningCost();
        int n = known.space().size();
        double[] sum = new double[n];
        for (int j = 0; j < known.time().levels(); j++) {
            double dt =
                    known.game().isStationary() ? 1 : j == 0 ? 0 : known.time().stepTo(j);
            for (int i = 0; i < n; i++) {
                sum[i] += dt * known.space().weight(i) * byField[j * n + i];
            }
        }
        double mean = Arrays.stream(sum).average().orElse(0);
        for (int i = 0; i < n; i++) {
            sum[i] -= mean;
        }
        return sum;
    }

    /** The solution of (JᵀJ + α D) x = b by conjugate gradients. */
    double[] solve(double regularization, SlopePenalty penalty, double[] right) {
        double[] left = right.clone();
        double[] solution = new double[left.length];
        double[] direction = left.clone();
        double square = dot(left, left);
        double enough = CONJUGATE * CONJUGATE * square;
        for (int k = 0; k < MOST_PRODUCTS && square > enough; k++) {
            double[] image = transposed(of(direction));
            add(regularization, penalty.of(direction), image);
            double length = square / dot(direction, image);
            add(length, direction, solution);
            add(-length, image, left);
            double next = dot(left, left);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = left[i] + next / square * direction[i];
            }
            square = next;
        }
        return solution;
    }

    static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
