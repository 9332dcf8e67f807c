package org.mfg.solvers.parallel;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A team of threads for work of a few microseconds: the caller is the first of them, and the others wait for its next
 * piece of work spinning, since waking a thread takes longer than that work; after a while without work they sleep.
 *
 * <p>The work is cut into parts by the caller, never by the team, so that results do not depend on the number of threads.
 * Each thread has parts of its own, the same ones every time for the sake of its caches, and takes over what the others have not
 * begun. Where the machine is so busy that the caller waits for another thread, it works alone for a while.
 *
 * <p>A team serves one caller at a time: another one, or work started from within a part, is done by its own thread alone, as thread 0. Work arrays by thread thus belong to one caller, and are not used from within parts.
 * So all users may share a team, and many solves side by side do not crowd the machine.
 */
public final class Workers {
    private static final int SPINS_BEFORE_YIELD = 2_000;
    /** Waiting longer than this, and longer than it worked, the caller was held up by a thread without a processor. */
    private static final long HELD_UP_NANOS = 1_000_000;

    private static final long SHORTEST_REST_NANOS = 10_000_000;
    private static final long LONGEST_REST_NANOS = 1_000_000_000;
    /** After so many runs without being held up, the next rest is a short one. */
    private static final int GOOD_RUNS = 10_000;

    private static final ConcurrentMap<Integer, Workers> TEAMS = new ConcurrentHashMap<>();

    /** Work in parts. */
    @FunctionalInterface
    public interface Task {

        /**
         * Does one part.
         *
         * @param thread the thread that does it, from 0 to the size of the team - 1: chooses its work arrays
         * @param part the part
         */
        void run(int thread, int part);
    }

    private final int size;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Helper[] helpers;
    /** For each thread the number of its parts that nobody has begun, with the number of the run above it. */
    private final AtomicLong[] open;

    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile Task task = (thread, part) -> {};
    private int runs;
    private long restUntil = System.nanoTime();
    private long rest = SHORTEST_REST_NANOS;
    private int goodRuns;

    private Workers(int size) {
        this.size = size;
        open = new AtomicLong[size];
        for (int k = 0; k < size; k++) {
            open[k] = new AtomicLong();
        }
        helpers = new Helper[size - 1];
        for (int k = 0; k < helpers.length; k++) {
            int thread = k + 1;
            helpers[k] = new Helper("mfg-worker-" + thread + "-of-" + size, () -> work(thread));
            helpers[k].start();
        }
    }

    /** The team of the given number of threads, >= 1, shared by all that ask for it. */
    public static Workers of(int threads) {
        return TEAMS.computeIfAbsent(threads, Workers::new);
    }

    /** The number of threads, the caller included. */
    public int size() {
        return size;
    }

    /** Does the parts 0 ... parts - 1, each once, and returns when all are done; what a part throws is thrown here. */
    public void run(int parts, Task task) {
        int threads = Math.min(parts, size);
        if (threads <= 1 || !busy.compareAndSet(false, true)) {
            runAlone(parts, task);
            return;
        }
        try {
            if (System.nanoTime() - restUntil < 0) {
                runAlone(parts, task);
            } else {
                runTogether(parts, task, threads);
            }
        } finally {
            busy.set(false);
        }
    }

    private static void runAlone(int parts, Task task) {
        for (int part = 0; part < parts; part++) {
            task.run(0, part);
        }
    }

    private void runTogether(int parts, Task task, int threads) {
        this.task = task;
        unfinished.set(parts);
        failure.set(null);
        runs++;
        for (int k = 0; k < size; k++) {
            open[k].set(((long) runs << Integer.SIZE) + (parts + size - 1 - k) / size);
        }
        for (int k = 0; k < threads - 1; k++) {
            helpers[k].call(runs);
        }
        long began = System.nanoTime();
        work(0);
        awaitOthers(began);
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** Does parts until all are begun, those of the thread first. */
    private void work(int thread) {
        for (int k = 0; k < size; k++) {
            int owner = (thread + k) % size;
            int part = take(owner);
            while (part >= 0) {
                try {
                    task.run(thread, part);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
                unfinished.decrementAndGet();
                part = take(owner);
            }
        }
    }

    /** Begins a part of the given thread; -1 where all are begun. A part that is begun belongs to the run of {@link #task}. */
    private int take(int owner) {
        while (true) {
            long before = open[owner].get();
            int left = (int) before;
            if (left == 0) {
                return -1;
            }
            if (open[owner].compareAndSet(before, before - 1)) {
                return owner + (left - 1) * size;
            }
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // With more threads than processors, another may need this one.
    private void awaitOthers(long began) {
        int spins = 0;
        long finished = unfinished.get() == 0 ? began : System.nanoTime();
        while (unfinished.get() > 0) {
            if (++spins < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        goodRuns++;
        if (spins < SPINS_BEFORE_YIELD) {
            return;
        }
        long now = System.nanoTime();
        if (now - finished > Math.max(HELD_UP_NANOS, finished - began)) {
            rest = goodRuns > GOOD_RUNS ? SHORTEST_REST_NANOS : Math.min(LONGEST_REST_NANOS, 2 * rest);
            restUntil = now + rest;
            goodRuns = 0;
        }
    }
}
