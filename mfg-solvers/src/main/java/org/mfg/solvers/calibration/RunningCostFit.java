package org.mfg.solvers.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceSamples;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.sensitivity.Sensitivity;

/**
 * Finds a running cost f(x) that nobody told from observed densities d_i, by Tikhonov's regularisation (1963):
 *
 * <pre>
 *   minimise  ½ Σ_i (m(t_i, x_i; f) - d_i)² + ½ α ∫ |∇f|²     over f on the nodes,
 * </pre>
 *
 * <p>by Gauss and Newton's method, whose linear systems (JᵀJ + α D) δ = -gradient are solved by conjugate gradients: a product with J is a tangent, one with Jᵀ an adjoint, whatever the number
 * of nodes. What is found is added to the game's own running cost. A constant changes no density: the mean of f is 0.
 *
 * <p>The less α, the nearer the densities and the more of their errors is in f. With errors of a known deviation σ it is the largest of a falling sequence whose residuals are
 * no larger than they (the discrepancy principle, Morozov 1966).
 */
public final class RunningCostFit {
    private static final int MOST_STEPS = 30;
    private static final int MOST_HALVINGS = 12;
    private static final int MOST_PRODUCTS = 200;
    private static final double SMALL = 1e-6;
    private static final double CONJUGATE = 1e-3;
    private static final double FACTOR = 0.5;
    private static final int MOST_REDUCTIONS = 40;

    private final DiscreteGame game;
    private final DensityObservations data;
    private final ObservationWeights weights;
    private final EquilibriumSolver solver;
    private final Monitor monitor;
    private final int n;
    private double[] cost;
    private Equilibrium equilibrium;
    private int solves;

    /**
     * From the game's own running cost.
     *
     * @param solver finds equilibria, to a tight tolerance
     * @throws InvalidInputException if the game has no equilibrium
     */
    public RunningCostFit(DiscreteGame game, DensityObservations data, EquilibriumSolver solver, Monitor monitor) {
        this.game = game;
        this.data = data;
        this.solver = solver;
        this.monitor = monitor;
        weights = data.weights(game);
        n = game.space().size();
        cost = new double[n];
        equilibrium = solver.solve(game, null, monitor);
        if (!equilibrium.isConverged()) {
            throw InvalidInputException.because(
                    "game", "game must have an equilibrium that the solver finds with its own running cost");
        }
    }

    /**
     * What was found.
     *
     * @param cost f at the nodes, in addition to the game's own
     * @param regularization α
     * @param residuals m(t_i, x_i) - d_i
     * @param equilibrium with f
     * @param solves games solved so far
     */
    public record Found(double[] cost, double regularization, double[] residuals, Equilibrium equilibrium, int solves) {
        /** The root of the mean square of the residuals. */
        public double deviation() {
            return Math.sqrt(Arrays.stream(residuals).map(r -> r * r).average().orElse(0));
        }
    }

    /** The fit for a given α > 0, from the last one. */
    public Found fit(double regularization) {
        double[] residuals = residuals(equilibrium);
        for (int k = 0; k < MOST_STEPS && !monitor.isCancelled(); k++) {
            double[] step = step(regularization, residuals);
            double value = value(regularization, residuals, cost);
            double length = advance(regularization, step, value);
            residuals = residuals(equilibrium);
            double gained = value - value(regularization, residuals, cost);
            if (length == 0 || gained <= SMALL * value) {
                break;
            }
        }
        return new Found(cost.clone(), regularization, residuals, equilibrium, solves);
    }

    /**
     * The fit with the largest α of a falling sequence for which the residuals are no larger than the errors.
     *
     * @param deviation σ > 0, the standard deviation of the errors
     * @throws NumericalFailureException if no α gets there, as where the game or its grid cannot explain the data
     */
    public Found fitTo(double deviation) {
        double regularization = largest();
        for (int k = 0; k < MOST_REDUCTIONS && !monitor.isCancelled(); k++) {
            Found found = fit(regularization);
            if (found.deviation() <= deviation) {
                return found;
            }
            regularization *= FACTOR;
        }
        throw new NumericalFailureException("no running cost explains the data to errors of " + deviation
                + ": the game or its grid may be another one");
    }

    /** An α so large that next to nothing is fitted: what a unit of f does to the data, in the direction that does most, against its slope. */
    private double largest() {
        double[] residuals = residuals(equilibrium);
        double[] direction = gradient(0, Sensitivity.of(game(cost), equilibrium), residuals);
        double[] seen = observe(Sensitivity.of(game(cost), equilibrium), direction);
        return dot(seen, seen) / Math.max(Double.MIN_NORMAL, dot(direction, stiffness(direction)));
    }

    /** Moves along a step, halved until the value falls; the part of it that was gone. */
    private double advance(double regularization, double[] step, double value) {
        double[] from = cost;
        for (int k = 0; k < MOST_HALVINGS; k++) {
            double[] trial = from.clone();
            add(Math.pow(0.5, k), step, trial);
            Equilibrium found = solver.solve(game(trial), new Guess(equilibrium.u(), equilibrium.m()), monitor);
            solves++;
            if (found.isConverged() && value(regularization, residuals(found), trial) < value) {
                cost = trial;
                equilibrium = found;
                return Math.pow(0.5, k);
            }
        }
        return 0;
    }

    /** Gauss and Newton's step. */
    private double[] step(double regularization, double[] residuals) {
        Sensitivity sensitivity = Sensitivity.of(game(cost), equilibrium);
        double[] left = gradient(regularization, sensitivity, residuals);
        for (int i = 0; i < n; i++) {
            left[i] = -left[i];
        }
        double[] step = new double[n];
        double[] direction = left.clone();
        double square = dot(left, left);
        double enough = CONJUGATE * CONJUGATE * square;
        for (int k = 0; k < MOST_PRODUCTS && square > enough; k++) {
            double[] image = gradientOf(sensitivity, observe(sensitivity, direction));
            add(regularization, stiffness(direction), image);
            double length = square / dot(direction, image);
            add(length, direction, step);
            add(-length, image, left);
            double next = dot(left, left);
            for (int i = 0; i < n; i++) {
                direction[i] = left[i] + next / square * direction[i];
            }
            square = next;
        }
        return step;
    }

    private double[] gradient(double regularization, Sensitivity sensitivity, double[] residuals) {
        double[] gradient = gradientOf(sensitivity, residuals);
        add(regularization, stiffness(cost), gradient);
        return gradient;
    }

    /** Jᵀ y, without the mean that rounding leaves. */
    private double[] gradientOf(Sensitivity sensitivity, double[] y) {
        double[] byField = sensitivity.adjoint(weights.sum(data.errors().relative(y))).toRunningCost();
        double[] sum = new double[n];
        int levels = game.time().levels();
        for (int j = 0; j < levels; j++) {
            double dt =
                    game.game().isStationary() ? 1 : j == 0 ? 0 : game.time().stepTo(j);
            for (int i = 0; i < n; i++) {
                sum[i] += dt * game.space().weight(i) * byField[j * n + i];
            }
        }
        double mean = Arrays.stream(sum).average().orElse(0);
        for (int i = 0; i < n; i++) {
            sum[i] -= mean;
        }
        return sum;
    }

    /** J d. */
    private double[] observe(Sensitivity sensitivity, double[] direction) {
        double scale = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        if (scale == 0) {
            return new double[data.values().length];
        }
        double[] observed = data.errors().relative(weights.of(sensitivity
                .tangent(0, value -> {
                    double[] moved = cost.clone();
                    add(value / scale, direction, moved);
                    return game(moved);
                })
                .dm()));
        for (int i = 0; i < observed.length; i++) {
            observed[i] *= scale;
        }
        return observed;
    }

    private double[] residuals(Equilibrium at) {
        double[] residuals = weights.of(at.m());
        double[] values = data.values();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= values[i];
        }
        return data.errors().relative(residuals);
    }

    private double value(double regularization, double[] residuals, double[] f) {
        return 0.5 * dot(residuals, residuals) + 0.5 * regularization * dot(f, stiffness(f));
    }

    /** D f, where f·D f is ∫ |∇f|²: differences across the faces of cells. */
    private double[] stiffness(double[] f) {
        Grid grid = game.grid();
        double[] image = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < grid.dimension(); k++) {
                int neighbour = neighbour(grid, i, k);
                if (neighbour >= 0) {
                    double h = grid.spacing(k);
                    double weight = 0.5 * (grid.weight(i) + grid.weight(neighbour)) / (h * h);
                    image[i] += weight * (f[i] - f[neighbour]);
                    image[neighbour] += weight * (f[neighbour] - f[i]);
                }
            }
        }
        return image;
    }

    /** The next node along an axis, or -1. */
    private static int neighbour(Grid grid, int node, int axis) {
        int at = grid.index(node, axis);
        if (at + 1 < grid.nodes(axis)) {
            return node + grid.stride(axis);
        }
        return grid.domain().axis(axis).isPeriodic() ? node - at * grid.stride(axis) : -1;
    }

    private DiscreteGame game(double[] f) {
        Grid grid = game.grid();
        List<double[]> coordinates =
                IntStream.range(0, grid.dimension()).mapToObj(grid::coordinates).toList();
        SpaceSamples added = SpaceSamples.of(grid.domain(), coordinates, f);
        SpaceTimeFunction own = game.game().runningCost();
        MeanFieldGame changed = game.game().toBuilder()
                .runningCost((t, x) -> own.at(t, x) + added.at(x))
                .build();
        return game.discretization().discretize(changed, grid, game.time());
    }

    private static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
