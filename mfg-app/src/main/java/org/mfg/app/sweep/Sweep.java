package org.mfg.app.sweep;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Has the runs made that a sweep's folder lacks.
 *
 * <p>A run knows nothing of the others but those before it in its chain, so rows do not depend on who makes them, nor on how
 * many workers there are. A chain of which rows are missing is made again from its beginning: its solutions are not kept.
 */
public final class Sweep {
    private final SweepSpec spec;
    private final SweepFolder folder;
    private final Listener listener;
    private final AtomicBoolean cancelled;

    /** Told of every run that has its row; perhaps by several threads at once. */
    @FunctionalInterface
    public interface Listener {
        /** A run has its row. */
        void onRun(boolean isConverged);
    }

    /** @param cancelled becomes true when the sweep shall stop; runs that are not over leave no row */
    public Sweep(SweepSpec spec, SweepFolder folder, Listener listener, AtomicBoolean cancelled) {
        this.spec = spec;
        this.folder = folder;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /** Has the runs made, then puts the rows into order; returns why the workers gave up, where they did. */
    public Optional<String> run(Workers workers) throws IOException {
        folder.writeSummary(workers.count());
        Optional<String> trouble = workers.make(this);
        folder.writeSummary(workers.count());
        folder.sort();
        return trouble;
    }

    /** What the sweep is. */
    public SweepSpec spec() {
        return spec;
    }

    /** The numbers of the chains of which a row is missing. */
    public int[] missingChains() {
        return IntStream.range(0, spec.plan().chains())
                .filter(chain -> !Arrays.stream(spec.plan().chain(chain)).allMatch(folder::has))
                .toArray();
    }

    /** Whether the workers shall stop. */
    public boolean isStopped() {
        return cancelled.get();
    }

    /** Writes what is kept of a run, unless it has its row already. When this returns it is on the disk. */
    public void accept(RunResult result) throws IOException {
        if (!folder.has(result.number())) {
            folder.write(result);
            listener.onRun(result.isConverged());
        }
    }
}
