package org.mfg.solvers.calibration;

import static org.mfg.solvers.calibration.RunningCostMap.add;
import static org.mfg.solvers.calibration.RunningCostMap.dot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;

/**
 * Finds a running cost f(x) that nobody told from observed densities d_i, by Tikhonov's regularisation (1963):
 *
 * <pre>
 *   minimise  ½ Σ_i r_i² + ½ α ∫ |∇f|²     over f on the nodes,     r_i = (m(t_i, x_i; f) - d_i) / deviation, where that is known
 * </pre>
 *
 * <p>by Gauss and Newton's method, whose linear systems (JᵀJ + α D) δ = -gradient are solved by conjugate gradients ({@link RunningCostMap}), whatever the number
 * of nodes. What is found is added to the game's own running cost. A constant changes no density: the mean of f is 0.
 *
 * <p>The less α, the nearer the densities and the more of their errors is in f. With errors of a known deviation σ it is the largest of a falling sequence whose residuals are
 * no larger than they (the discrepancy principle, Morozov 1966). Without it is the one that predicts best what it did not see (generalised cross-validation, Golub, Heath and
 * Wahba 1979): with the degrees of freedom trace A, A = J (JᵀJ + α D)⁻¹ Jᵀ, it minimises
 *
 * <pre>
 *   V(α) = n Σ r² / (n - trace A)²,     trace A the mean of z·A z over random signs z (Girard 1989).
 * </pre>
 */
public final class RunningCostFit {
    private static final int MOST_STEPS = 30;
    private static final int MOST_HALVINGS = 12;
    private static final double SMALL = 1e-6;
    private static final double FACTOR = 0.5;
    private static final int MOST_REDUCTIONS = 40;
    /** So many larger values of V say that the least one has been passed. */
    private static final int PASSED = 5;

    /** A larger part of the nodes' values than this is not smoothed any more. */
    private static final double MOST_FITTED = 0.9;

    private static final int PROBES = 3;

    private final DiscreteGame game;
    private final DensityObservations data;
    private final EquilibriumSolver solver;
    private final Monitor monitor;
    private final SlopePenalty penalty;
    private final List<Trial> trials = new ArrayList<>();
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
        penalty = new SlopePenalty(game.grid());
        cost = new double[game.space().size()];
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
     * @param residuals r
     * @param equilibrium with f
     * @param solves games solved so far
     */
    public record Found(double[] cost, double regularization, double[] residuals, Equilibrium equilibrium, int solves) {
        /** The root of the mean square of the residuals. */
        public double deviation() {
            return Math.sqrt(dot(residuals, residuals) / residuals.length);
        }
    }

    /**
     * A fit that was looked at.
     *
     * @param regularization α
     * @param deviation the root of the mean square of its residuals
     * @param slope the root of ∫ |∇f|²
     * @param score the root of V(α), by which the deviation of observations that were not seen is estimated; NaN where it was not asked for
     */
    public record Trial(double regularization, double deviation, double slope, double score) {}

    /** The fits that were looked at to choose α, in falling order. */
    public List<Trial> trials() {
        return List.copyOf(trials);
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
     * @param deviation σ > 0, the standard deviation of the errors; 1 where they are known
     * @throws NumericalFailureException if no α gets there, as where the game or its grid cannot explain the data
     */
    public Found fitTo(double deviation) {
        double regularization = largest();
        for (int k = 0; k < MOST_REDUCTIONS && !monitor.isCancelled(); k++) {
            Found found = fit(regularization);
            trials.add(trial(found, Double.NaN));
            if (found.deviation() <= deviation) {
                return found;
            }
            regularization *= FACTOR;
        }
        throw new NumericalFailureException("no running cost explains the data to errors of " + deviation
                + ": the game or its grid may be another one");
    }

    /** The fit with the α of a falling sequence for which V is least. */
    public Found fitByCrossValidation() {
        double regularization = largest();
        @Nullable Found best = null;
        double least = Double.POSITIVE_INFINITY;
        int since = 0;
        for (int k = 0; k < MOST_REDUCTIONS && since < PASSED && !monitor.isCancelled(); k++) {
            Found found = fit(regularization);
            int n = data.count();
            double fitted = degreesOfFreedom(regularization);
            double score = found.deviation() * n / (n - fitted);
            trials.add(trial(found, score));
            since++;
            if (score < least) {
                best = found;
                least = score;
                since = 0;
            }
            if (fitted > MOST_FITTED * cost.length) {
                break;
            }
            regularization *= FACTOR;
        }
        if (best == null) {
            throw new NumericalFailureException("the fit was stopped");
        }
        return best;
    }

    private Trial trial(Found found, double score) {
        double slope = Math.sqrt(dot(found.cost(), penalty.of(found.cost())));
        return new Trial(found.regularization(), found.deviation(), slope, score);
    }

    /** trace A, by the same signs for each α. */
    private double degreesOfFreedom(double regularization) {
        RunningCostMap map = map();
        Random random = new Random(1);
        double sum = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            double[] signs = new double[data.count()];
            Arrays.setAll(signs, i -> random.nextBoolean() ? 1 : -1);
            double[] right = map.transposed(signs);
            sum += dot(right, map.solve(regularization, penalty, right)) / PROBES;
        }
        return sum;
    }

    /** An α so large that next to nothing is fitted: what a unit of f does to the data, in the direction that does most, against its slope. */
    private double largest() {
        RunningCostMap map = map();
        double[] direction = map.transposed(residuals(equilibrium));
        double[] seen = map.of(direction);
        return dot(seen, seen) / Math.max(Double.MIN_NORMAL, dot(direction, penalty.of(direction)));
    }

    private RunningCostMap map() {
        return new RunningCostMap(game, data, cost, equilibrium);
    }

    /** Moves along a step, halved until the value falls; the part of it that was gone. */
    private double advance(double regularization, double[] step, double value) {
        double[] from = cost;
        for (int k = 0; k < MOST_HALVINGS; k++) {
            double[] trial = from.clone();
            add(Math.pow(0.5, k), step, trial);
            Equilibrium found = solver.solve(
                    RunningCostMap.game(game, trial), new Guess(equilibrium.u(), equilibrium.m()), monitor);
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
        RunningCostMap map = map();
        double[] gradient = map.transposed(residuals);
        add(regularization, penalty.of(cost), gradient);
        return map.solve(
                regularization, penalty, Arrays.stream(gradient).map(g -> -g).toArray());
    }

    private double[] residuals(Equilibrium at) {
        double[] residuals = data.predicted(game, at.m());
        double[] values = data.values();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= values[i];
        }
        return data.errors().relative(residuals);
    }

    private double value(double regularization, double[] residuals, double[] f) {
        return 0.5 * dot(residuals, residuals) + 0.5 * regularization * dot(f, penalty.of(f));
    }
}
