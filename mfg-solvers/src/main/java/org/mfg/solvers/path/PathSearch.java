package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;

/** The quasi-Newton search for the prices of a path; see {@link TransitionSolver}. */
final class PathSearch {
    private static final int MAX_ITERATIONS = 60;
    private static final int MAX_HALVINGS = 8;

    private final long begun = System.nanoTime();
    private final PathSystem system;
    private final Broyden broyden;
    private final double tolerance;
    private final Monitor monitor;
    private final List<Transition.Attempt> attempts = new ArrayList<>();

    /**
     * @param broyden knows the Jacobian at the steady state after
     * @param tolerance of the largest excess, as a part of the largest aggregate where that is above 1
     */
    PathSearch(PathSystem system, Broyden broyden, double tolerance, Monitor monitor) {
        this.system = system;
        this.broyden = broyden;
        this.tolerance = tolerance;
        this.monitor = monitor;
    }

    /**
     * How the search ended.
     *
     * @param trial the last path
     */
    record End(PathTrial trial, Status status, List<Transition.Attempt> attempts) {}

    /**
     * Searches.
     *
     * @param resting the prices of the steady state after
     * @param change their change to first order
     * @param value the value function of the steady state after, at all levels
     */
    End run(double[] resting, double[] change, double[] value) {
        PathTrial trial = first(resting, change, value);
        for (int k = 0; k < MAX_ITERATIONS; k++) {
            if (trial.largest() <= tolerance * trial.scale()) {
                return new End(trial, Status.CONVERGED, attempts);
            }
            if (monitor.isCancelled()) {
                return new End(trial, Status.CANCELLED, attempts);
            }
            Optional<PathTrial> next = improved(trial);
            if (next.isEmpty()) {
                return new End(trial, Status.STALLED, attempts);
            }
            trial = next.get();
        }
        return new End(trial, Status.MAX_ITERATIONS, attempts);
    }

    /** The path at the prices to first order, or, where there is none, at a part of the way to them. */
    private PathTrial first(double[] resting, double[] change, double[] value) {
        double part = 1;
        for (int k = 0; k < MAX_HALVINGS; k++) {
            try {
                return attempt(moved(resting, change, part), value, part);
            } catch (InvalidInputException | NoPath e) {
                part /= 2;
            }
        }
        return attempt(resting, value, 0);
    }

    private PathTrial attempt(double[] prices, double[] near, double part) {
        PathTrial trial = system.at(prices, near);
        attempts.add(new Transition.Attempt(trial.largest(), part, (System.nanoTime() - begun) * 1e-9));
        monitor.onPrices(attempts.size(), trial.largest());
        return trial;
    }

    /** The first path on the step that is better. */
    private Optional<PathTrial> improved(PathTrial trial) {
        double[] step = broyden.solve(trial.excess());
        double size = broyden.size(step);
        double part = 1;
        for (int k = 0; k < MAX_HALVINGS; k++) {
            try {
                PathTrial next = attempt(moved(trial.prices(), step, -part), trial.u(), part);
                double sizeThere = broyden.size(broyden.solve(next.excess()));
                broyden.update(difference(next.prices(), trial.prices()), difference(next.excess(), trial.excess()));
                if (sizeThere <= (1 - part / 4) * size) {
                    return Optional.of(next);
                }
            } catch (InvalidInputException | NoPath e) {
                // No game, or no solution, at these prices: nearer ones may have one.
            }
            part /= 2;
        }
        return Optional.empty();
    }

    static double[] moved(double[] from, double[] step, double part) {
        double[] moved = from.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += part * step[i];
        }
        return moved;
    }

    private static double[] difference(double[] a, double[] b) {
        return moved(a, b, -1);
    }
}
