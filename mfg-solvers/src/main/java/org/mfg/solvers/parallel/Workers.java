package org.mfg.solvers.parallel;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A team of threads for work of a few microseconds: the caller is the first of them, and the others wait for its next
 * piece of work spinning, since waking a thread takes longer than that work; after a while without work they sleep.
 *
 * <p>The work is cut into parts by the caller, never by the team, so that results do not depend on the number of threads.
 * Each thread has parts of its own, the same ones every time for the sake of its caches, and the caller takes over what the others have not begun. Where the machine is so busy that the caller waits for another thread, it works alone for a while.
 *
 * <p>A team serves one caller at a time: another one, or work started from within a part, is done by its own thread alone, as thread 0. Work arrays by thread thus belong to one caller, and are not used from within parts.
 * So all users may share a team, and many solves side by side do not crowd the machine.
 */
public final class Workers {
    private static final int SPINS_BEFORE_YIELD = 2_000;

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
    private int runs;
    private final Rest rest = new Rest();

    private Workers(int size) {
        this.size = size;
        helpers = new Helper[size - 1];
        for (int k = 0; k < helpers.length; k++) {
            helpers[k] = new Helper(k + 1, size);
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
            if (rest.isNow()) {
                runAlone(parts, task);
            } else {
                runTogether(parts, task, threads - 1);
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

    private void runTogether(int parts, Task task, int called) {
        runs++;
        for (int k = 0; k < called; k++) {
            helpers[k].begin(runs, called + 1, parts, task);
        }
        long began = System.nanoTime();
        Throwable failure = null;
        for (int part = 0; part < firstPart(1, called + 1, parts); part++) {
            failure = attempt(task, part, failure);
        }
        for (int k = 0; k < called; k++) {
            for (int part = helpers[k].takeOver(); part >= 0; part = helpers[k].takeOver()) {
                failure = attempt(task, part, failure);
            }
        }
        awaitHelpers(called, began);
        for (int k = 0; k < called; k++) {
            failure = failure == null ? helpers[k].failure() : failure;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** The parts of a thread begin here and end before those of the next: neighbours in memory stay with one processor. */
    static int firstPart(int thread, int threads, int parts) {
        return (int) (((long) thread * parts + threads - 1) / threads);
    }

    private static @Nullable Throwable attempt(Task task, int part, @Nullable Throwable failure) {
        try {
            task.run(0, part);
            return failure;
        } catch (RuntimeException | Error e) {
            return failure == null ? e : failure;
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // With more threads than processors, another may need this one.
    private void awaitHelpers(int called, long began) {
        int spins = 0;
        long finished = 0;
        for (int k = 0; k < called; k++) {
            while (!helpers[k].isDone()) {
                spins++;
                if (spins < SPINS_BEFORE_YIELD) {
                    Thread.onSpinWait();
                } else {
                    finished = finished == 0 ? System.nanoTime() : finished;
                    Thread.yield();
                }
            }
        }
        if (finished != 0) {
            rest.consider(began, finished);
        }
    }
}
