package org.mfg.app.sweep;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.Memory;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;

/**
 * A run that is over, whatever became of it.
 *
 * @param number its number
 * @param point its settings
 * @param status the solver's status, or {@link #INVALID}, {@link #FAILED} or {@link #NOT_CLEARED}
 * @param reason what happened, in a line; "" for an equilibrium of a game that breaks no promise, with its error bars
 * @param outcome the solution; null where there was no solve or none that came to an end
 * @param quantities what was asked of the equilibrium; empty where there is none
 * @param bars the error bars that were asked for and what is extrapolated, empty ones where they were not found; empty where there is no equilibrium
 */
record Run(
        int number,
        Map<String, Object> point,
        String status,
        String reason,
        @Nullable Outcome outcome,
        List<Double> quantities,
        List<OptionalDouble> bars) {
    /** Settings that are allowed one by one, but not together. */
    static final String INVALID = "INVALID";

    /** A defect of a plugin or of the framework, or too little memory. */
    static final String FAILED = "FAILED";

    /** No prices were found that clear the market. */
    static final String NOT_CLEARED = "NOT_CLEARED";

    /** Makes the run; whatever goes wrong is its status. */
    static Run make(SweepSpec spec, int number, boolean isOneOfMany, @Nullable Run before, Monitor monitor) {
        Map<String, Object> point = spec.plan().point(number);
        try {
            Study study = spec.base().study(point, isOneOfMany);
            if (spec.base().clears()) {
                return cleared(spec, number, point, Cleared.of(study, Cleared.PRICE_TOLERANCE, monitor), monitor);
            }
            Outcome outcome = study.solve(before == null ? null : before.guessFor(study), monitor);
            Equilibrium found = outcome.equilibrium();
            if (!found.isConverged()) {
                return new Run(number, point, found.status().name(), outcome.reason(), outcome, List.of(), List.of());
            }
            return of(spec, number, point, outcome, Bars.of(spec, outcome, monitor), monitor);
        } catch (InvalidInputException e) {
            return without(number, point, INVALID, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return without(number, point, FAILED, Memory.doesNotSuffice());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return without(number, point, FAILED, e.toString());
        }
    }

    private static Run of(
            SweepSpec spec, int number, Map<String, Object> point, Outcome outcome, Bars bars, Monitor monitor) {
        if (!bars.trouble().isEmpty() && monitor.isCancelled()) {
            return without(number, point, Status.CANCELLED.name(), "");
        }
        List<Double> quantities =
                spec.columns().stream().map(q -> q.measure().of(outcome)).toList();
        String reason = Stream.of(outcome.reason(), bars.trouble())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        String status = outcome.equilibrium().status().name();
        return new Run(number, point, status, reason, outcome, quantities, bars.bars());
    }

    private static Run cleared(
            SweepSpec spec, int number, Map<String, Object> point, Cleared cleared, Monitor monitor) {
        if (cleared.market().isCleared()) {
            return of(spec, number, point, cleared.outcome(), Bars.of(spec, cleared, monitor), monitor);
        }
        String status = monitor.isCancelled() ? Status.CANCELLED.name() : NOT_CLEARED;
        return without(number, point, status, cleared.market().message());
    }

    private static Run without(int number, Map<String, Object> point, String status, String reason) {
        return new Run(number, point, status, reason, null, List.of(), List.of());
    }

    /** Whether the user stopped it; then it does not count. */
    boolean isCancelled() {
        return status.equals(Status.CANCELLED.name());
    }

    /** The equilibrium as the start of a run on the same grid; null where there is none. */
    private @Nullable Guess guessFor(Study next) {
        if (outcome == null || !outcome.equilibrium().isConverged()) {
            return null;
        }
        Equilibrium e = outcome.equilibrium();
        boolean isSameGrid = e.grid().size() == next.discreteGame().grid().size()
                && e.grid().dimension() == next.discreteGame().grid().dimension()
                && e.time().steps() == next.discreteGame().time().steps()
                && e.time().grading() == next.discreteGame().time().grading();
        return isSameGrid ? new Guess(e.u(), e.m()) : null;
    }
}
