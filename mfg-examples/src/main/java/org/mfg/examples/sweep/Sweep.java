package org.mfg.examples.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mfg.api.equilibrium.Monitor;

/**
 * Makes the runs of a sweep that its folder lacks.
 *
 * <pre>
 *   each worker:  while there is a chain:  for each of its runs:  solve, from the solution before if so asked; write
 * </pre>
 *
 * <p>A run knows nothing of the others but those before it in its chain, so rows do not depend on the number of workers.
 * A chain of which rows are missing is made again from its beginning: its solutions are not kept.
 */
public final class Sweep {
    private final SweepSpec spec;
    private final SweepFolder folder;
    private final int workers;
    private final Listener listener;
    private final AtomicBoolean cancelled;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicInteger next = new AtomicInteger();

    /** Told of every run that has its row; called by the workers, perhaps by several at once. */
    @FunctionalInterface
    public interface Listener {
        /** A run has its row. */
        void onRun(boolean isConverged);
    }

    /**
     * @param workers the runs to make at the same time, >= 1
     * @param cancelled becomes true when the sweep shall stop; runs that are not over leave no row
     */
    public Sweep(SweepSpec spec, SweepFolder folder, int workers, Listener listener, AtomicBoolean cancelled) {
        this.spec = spec;
        this.folder = folder;
        this.workers = workers;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /** Makes the runs, then puts the rows into order. */
    public void run() throws IOException {
        folder.writeSummary(workers);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int k = 0; k < workers; k++) {
                all.add(threads.submit((Callable<@Nullable Void>) this::work));
            }
            for (Future<?> worker : all) {
                await(worker);
            }
        } finally {
            threads.shutdown();
        }
        folder.writeSummary(workers);
        folder.sort();
    }

    private static void await(Future<?> worker) throws IOException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Void work() throws IOException {
        try {
            int chain = next.getAndIncrement();
            while (chain < spec.plan().chains() && !isStopped()) {
                make(spec.plan().chain(chain));
                chain = next.getAndIncrement();
            }
            return null;
        } catch (IOException | RuntimeException | Error e) {
            failed.set(true);
            throw e;
        }
    }

    private boolean isStopped() {
        return cancelled.get() || failed.get();
    }

    private void make(int[] chain) throws IOException {
        int missing = 0;
        for (int run : chain) {
            missing += folder.has(run) ? 0 : 1;
        }
        Run before = null;
        for (int k = 0; k < chain.length && missing > 0; k++) {
            before = Run.make(spec, chain[k], workers > 1, before, new UntilStopped());
            if (before.isCancelled()) {
                return;
            }
            if (!folder.has(chain[k])) {
                folder.write(before);
                listener.onRun(before.isConverged());
                missing--;
            }
        }
    }

    /** Passes on the wish to stop. */
    private final class UntilStopped implements Monitor {
        @Override
        public boolean isCancelled() {
            return isStopped();
        }
    }
}
