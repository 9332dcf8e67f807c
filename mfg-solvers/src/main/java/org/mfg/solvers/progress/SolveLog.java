package org.mfg.solvers.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;

/**
 * The record of one solve. A solver calls {@link #record} with each iterate until it says that the solve is over, or {@link
 * #stop}s it, and returns {@link #equilibrium}. The iterate is a pair (u, m): a strategy and the population that plays it.
 */
public final class SolveLog {
    /** A solve has stalled when the best residual has not fallen by {@link #PROGRESS} in this many iterations. */
    private static final int PATIENCE = 60;

    private static final double PROGRESS = 0.999;
    private static final double BLOW_UP = 1e12;

    private final DiscreteGame game;
    private final StoppingRule rule;
    private final Monitor monitor;
    private final String advice;
    private final Yardstick yardstick;
    private final List<Iteration> history = new ArrayList<>();
    private final long start = System.nanoTime();
    private double[] u;
    private double[] m;
    private @Nullable Status status;
    private String message = "";
    private double best = Double.POSITIVE_INFINITY;
    private int bestIndex;

    /** @param advice what to try where the solve does not converge: a sentence */
    public SolveLog(DiscreteGame game, StoppingRule rule, Monitor monitor, String advice) {
        this.game = game;
        this.rule = rule;
        this.monitor = monitor;
        this.advice = advice;
        yardstick = new Yardstick(game);
        u = nothing(game);
        m = nothing(game);
    }

    private static double[] nothing(DiscreteGame game) {
        double[] field = new double[game.size()];
        Arrays.fill(field, Double.NaN);
        return field;
    }

    /**
     * Measures and records an iterate, which this log refers to until the next one.
     *
     * @param step the relaxation, averaging weight or step length that led to it
     * @param sweeps the linear forward-backward sweeps that it took
     * @return whether the solve is over
     */
    public boolean record(double[] u, double[] m, double step, int sweeps) {
        this.u = u;
        this.m = m;
        Iteration iteration = yardstick.measure(history.size(), u, m, step, sweeps, seconds());
        history.add(iteration);
        monitor.onIteration(iteration);
        double residual = iteration.residual();
        if (residual < PROGRESS * best) {
            best = residual;
            bestIndex = iteration.index();
        }
        decide(iteration, residual);
        return status != null;
    }

    private void decide(Iteration iteration, double residual) {
        if (!(residual <= BLOW_UP)) {
            stop(Status.DIVERGED, "the residual grew to " + residual);
        } else if (residual <= rule.tolerance()) {
            status = Status.CONVERGED;
            message = "Both residuals are at most " + rule.tolerance() + ".";
        } else if (monitor.isCancelled()) {
            stop(Status.CANCELLED, "cancelled");
        } else if (iteration.index() - bestIndex >= PATIENCE) {
            stop(Status.STALLED, "no progress in the last " + PATIENCE + " iterations");
        } else if (iteration.index() >= rule.maxIterations()) {
            stop(Status.MAX_ITERATIONS, "not converged after " + iteration.index() + " iterations");
        }
    }

    /** Ends the solve with a status other than CONVERGED, for the given reason. */
    public void stop(Status status, String reason) {
        this.status = status;
        message = Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + "."
                + (status == Status.CANCELLED ? "" : " " + advice);
    }

    /** Ends the solve because a sweep failed. */
    public void fail(NumericalFailureException failure) {
        stop(Status.DIVERGED, String.valueOf(failure.getMessage()));
    }

    /** The last recorded iteration. */
    public Iteration last() {
        return history.get(history.size() - 1);
    }

    /** The outcome, with the last recorded iterate; with fields of NaN where a sweep failed before the first. */
    public Equilibrium equilibrium() {
        if (status == null) {
            throw new IllegalStateException("the solve is not over");
        }
        if (history.isEmpty()) {
            double none = Double.NaN;
            history.add(new Iteration(0, none, none, none, none, none, none, none, 0, seconds()));
        }
        return new Equilibrium(game.game(), game.grid(), game.time(), u, m, status, message, history);
    }

    private double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }
}
