package org.mfg.api.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.WorkFields;
import org.mfg.api.equilibrium.Doubts;
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

    /** A residual within this factor of what round-off makes of it falls no further. */
    private static final double NEAR_ROUND_OFF = 10;

    /** Residuals at round-off differ from iterate to iterate. */
    private static final double ON_THE_SAFE_SIDE = 2;

    /** After so many iterations, defect and exploitability, which cost two sweeps, are measured at every tenth. */
    private static final int MEASURED_ALL = 10;

    private static final int MEASURED_EVERY = 10;

    /** Of fields of so many numbers the first iterates are none that have to be measured: it would take a good part of a fast solve. */
    private static final int LARGE = 200_000;

    private static final double[] NONE = {};

    private final DiscreteGame game;
    private final StoppingRule rule;
    private final Monitor monitor;
    private final String advice;
    private final Yardstick yardstick;
    private final List<Iteration> history = new ArrayList<>();
    private final long start = System.nanoTime();
    private final WorkFields fields = new WorkFields();
    private double[] u = NONE;
    private double[] digits = NONE;
    private double[] m = NONE;
    /** That of a ceiling, which the game has and a solver goes on to change. */
    private double[] pressure = NONE;

    private double[] copyOfU = NONE;
    private double[] copyOfM = NONE;
    private @Nullable Status status;
    private String message = "";
    private String notes = "";
    private double best = Double.POSITIVE_INFINITY;
    private int bestIndex;
    private double attainable;

    /**
     * For solvers whose crowd goes where it likes.
     *
     * @param advice what to try where the solve does not converge: a sentence
     * @throws InvalidInputException if the game has a target density or a ceiling
     */
    public SolveLog(DiscreteGame game, StoppingRule rule, Monitor monitor, String advice) {
        this(game, rule, monitor, advice, false);
    }

    private SolveLog(DiscreteGame game, StoppingRule rule, Monitor monitor, String advice, boolean isKept) {
        if (game.game().isConstrained() && !isKept) {
            throw InvalidInputException.because(
                    "solver",
                    "solver must be newton or admm for a game with a "
                            + (game.game().ceiling().isPresent() ? "ceiling" : "target density"));
        }
        this.game = game;
        this.rule = rule;
        this.monitor = monitor;
        this.advice = advice;
        yardstick = new Yardstick(game, fields);
    }

    /** For a solver that makes the crowd keep to target densities and ceilings. */
    public static SolveLog ofConstraints(DiscreteGame game, StoppingRule rule, Monitor monitor, String advice) {
        return new SolveLog(game, rule, monitor, advice, true);
    }

    private static double[] nothing(DiscreteGame game) {
        double[] field = new double[game.size()];
        Arrays.fill(field, Double.NaN);
        return field;
    }

    /** Fields that the solver may work in from one record to the next; iterates are measured in them too. */
    public WorkFields fields() {
        return fields;
    }

    /**
     * Measures and records an iterate, which is copied: the solver may go on in its arrays. The residuals, which decide, are those of
     * every iterate; defect and exploitability are measured at the first iterates (but of large fields), at every tenth and at the last, and NaN otherwise.
     *
     * @param step the relaxation, averaging weight or step length that led to it
     * @param sweeps the linear forward-backward sweeps that it took
     * @return whether the solve is over
     */
    public boolean record(double[] u, double[] m, double step, int sweeps) {
        return record(u, NONE, m, step, sweeps);
    }

    /**
     * Records an iterate whose value function is known beyond the last digit of u, which is its rounding.
     *
     * @param digits what it has beyond u, at most half a unit in the last place of it; empty for nothing
     */
    public boolean record(double[] u, double[] digits, double[] m, double step, int sweeps) {
        copyOfU = copied(u, copyOfU);
        copyOfM = copied(m, copyOfM);
        return add(copyOfU, digits.clone(), copyOfM, step, sweeps);
    }

    private static double[] copied(double[] from, double[] to) {
        if (to.length != from.length) {
            return from.clone();
        }
        System.arraycopy(from, 0, to, 0, from.length);
        return to;
    }

    /** As {@link #record}, of an iterate whose arrays the solver leaves alone until the next record, and for ever if that is the last: they are not copied. */
    public boolean recordInPlace(double[] u, double[] m, double step, int sweeps) {
        return add(u, NONE, m, step, sweeps);
    }

    private boolean add(double[] u, double[] digits, double[] m, double step, int sweeps) {
        this.u = u;
        this.digits = digits;
        this.m = m;
        pressure = game.pressure().orElse(NONE);
        Iteration iteration = yardstick.residuals(history.size(), u, digits, m, step, sweeps, seconds());
        history.add(iteration);
        decide(iteration);
        if (status != null || isMeasured(iteration.index())) {
            completeLast();
        }
        monitor.onIteration(last());
        monitor.onIterate(game, last(), u, m);
        if (status == null && monitor.isCancelled()) {
            cancel();
        }
        return status != null;
    }

    private boolean isMeasured(int index) {
        boolean isFirst = index <= MEASURED_ALL && game.size() < LARGE;
        return isFirst || (index > 0 && index % MEASURED_EVERY == 0);
    }

    private void decide(Iteration iteration) {
        double residual = iteration.residual();
        if (residual < PROGRESS * best) {
            best = residual;
            bestIndex = iteration.index();
        }
        if (!(residual <= BLOW_UP)) {
            stop(Status.DIVERGED, "the residual grew to " + residual);
        } else if (residual <= rule.tolerance()) {
            status = Status.CONVERGED;
            message = "Both residuals are at most " + rule.tolerance() + ".";
            notes += HiddenGame.noteOn(
                    iteration.hjbResidual() * yardstick.costScale(u), yardstick.largestDifference(u), rule.tolerance());
        } else if (iteration.index() - bestIndex >= PATIENCE) {
            stop(Status.STALLED, "no progress in the last " + PATIENCE + " iterations");
        } else if (iteration.index() >= rule.maxIterations()) {
            stop(Status.MAX_ITERATIONS, "not converged after " + iteration.index() + " iterations");
        }
    }

    /** Measures the defect and the exploitability of the last iterate, unless that is done or nobody asks for them. */
    private void completeLast() {
        if (!monitor.asksForResponses() || !Double.isNaN(last().defect())) {
            return;
        }
        try {
            history.set(history.size() - 1, yardstick.completed(last(), u, m));
        } catch (NumericalFailureException noBestResponse) {
            if (status == null) {
                throw noBestResponse;
            }
            // The solve is over for another reason, which is the one to tell.
        }
    }

    /** Ends the solve with a status other than CONVERGED, for the given reason; or for round-off, where that is what stops it. */
    public void stop(Status status, String reason) {
        this.status = status;
        chargePressure();
        boolean hasEnded = status == Status.STALLED || status == Status.MAX_ITERATIONS;
        // Who runs out of iterations may only be slow, unless nothing could get there.
        if (hasEnded && isAtRoundOff() && (status == Status.STALLED || rule.tolerance() < attainable)) {
            message = String.format(
                    Locale.ROOT,
                    "Round-off is what stops it: the tolerance that can be had here is about %.0e.",
                    Math.max(attainable, last().residual()) * ON_THE_SAFE_SIDE);
            return;
        }
        message = Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + "."
                + (status == Status.CANCELLED ? "" : " " + advice);
    }

    /** Adds a sentence on what happened on the way to the message of the outcome, whatever that is. */
    public void note(String sentence) {
        notes += " " + sentence;
    }

    /** Whether the residual of the last iterate is what round-off makes of it, or nearly. */
    public boolean isAtRoundOff() {
        if (history.isEmpty()) {
            return false;
        }
        try {
            double ofU = yardstick.attainable(u, m);
            boolean isStored = digits.length == 0;
            // A value beyond the digits of u may get further; but what stops it below what they allow is rounding.
            attainable = isStored ? ofU : 0;
            return last().residual() <= (isStored ? NEAR_ROUND_OFF : 1) * ofU;
        } catch (NumericalFailureException isWorse) {
            return false;
        }
    }

    /** Ends the solve because a sweep failed. */
    public void fail(NumericalFailureException failure) {
        stop(Status.DIVERGED, String.valueOf(failure.getMessage()));
    }

    /** Makes agents of the game pay the pressure of the last recorded iterate, whatever was tried since. */
    private void chargePressure() {
        if (pressure.length > 0) {
            game.setPressure(pressure);
        }
    }

    /** Whether somebody wishes the solve to end: to be asked where much work is done between two records. */
    public boolean isCancelled() {
        return monitor.isCancelled();
    }

    /** Ends the solve as cancelled. */
    public void cancel() {
        stop(Status.CANCELLED, "cancelled");
    }

    /** Whether nothing was recorded yet. */
    public boolean isEmpty() {
        return history.isEmpty();
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
            u = nothing(game);
            m = nothing(game);
            history.add(new Iteration(0, none, none, none, none, none, none, none, 0, seconds()));
        } else {
            completeLast();
        }
        double gap = monitor.asksForResponses() && Double.isFinite(last().residual())
                ? yardstick.dualityGap(u, m)
                : Double.NaN;
        Equilibrium equilibrium = new Equilibrium(
                        game.game(), game.space(), game.time(), u, m, status, message + notes, history)
                .withDualityGap(gap);
        Equilibrium told = equilibrium.withHistory(equilibrium.message() + sentences(Doubts.of(equilibrium)), history);
        return game.pressure().map(told::withPressure).orElse(told);
    }

    private static String sentences(List<String> doubts) {
        StringBuilder sentences = new StringBuilder();
        for (String doubt : doubts) {
            sentences.append(" But ").append(doubt).append('.');
        }
        return sentences.toString();
    }

    private double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }
}
