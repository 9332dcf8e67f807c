package org.mfg.app.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * Threads of this process.
 *
 * <pre>
 *   each worker:  while there is a chain:  make it
 * </pre>
 */
final class ThreadWorkers implements Workers {
    private final int count;
    private final ExecutorService threads;

    /** @param count how many, >= 1 */
    ThreadWorkers(int count) {
        this.count = count;
        threads = Executors.newFixedThreadPool(count);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Optional<String> make(Sweep sweep) throws IOException {
        Work work = new Work(sweep, sweep.missingChains(), count > 1);
        List<Future<?>> all = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            all.add(threads.submit(work));
        }
        for (Future<?> worker : all) {
            await(worker);
        }
        return Optional.empty();
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

    @Override
    public void close() {
        threads.shutdown();
    }

    /** What the workers share: one that fails stops the others. */
    private static final class Work implements Callable<@Nullable Void>, Monitor {
        private final Sweep sweep;
        private final int[] chains;
        private final boolean isOneOfMany;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicBoolean failed = new AtomicBoolean();

        Work(Sweep sweep, int[] chains, boolean isOneOfMany) {
            this.sweep = sweep;
            this.chains = chains;
            this.isOneOfMany = isOneOfMany;
        }

        @Override
        public @Nullable Void call() throws IOException {
            try {
                for (int k = next.getAndIncrement(); k < chains.length && !isCancelled(); k = next.getAndIncrement()) {
                    Chain.make(sweep.spec(), chains[k], isOneOfMany, this, sweep::accept);
                }
                return null;
            } catch (IOException | RuntimeException | Error e) {
                failed.set(true);
                throw e;
            }
        }

        @Override
        public boolean isCancelled() {
            return failed.get() || sweep.isStopped();
        }
    }
}
