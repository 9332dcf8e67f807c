package org.mfg.solvers.parallel;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A team of threads for work of a few microseconds: the caller is the first of them, and the others wait for its next
 * piece of work spinning, since waking a thread takes longer than that work; after a while without work they sleep.
 *
 * <p>The work is cut into parts by the caller, never by the team, so that results do not depend on the number of threads.
 * A team serves one caller at a time: another one, or work started from within a part, is done by its own thread alone.
 * So all users may share a team, and many solves side by side do not crowd the machine.
 */
public final class Workers {
    private static final int SPINS = 20_000;
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
    private final Worker[] workers;

    private Workers(int size) {
        this.size = size;
        workers = new Worker[size - 1];
        for (int k = 0; k < workers.length; k++) {
            workers[k] = new Worker(k + 1, size);
            workers[k].setDaemon(true);
            workers[k].start();
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

    /** Does the parts 0 ... parts - 1, each once, thread k those that are k modulo the team's size; returns when all are done. */
    public void run(int parts, Task task) {
        int helpers = Math.min(parts, size) - 1;
        if (helpers <= 0 || !busy.compareAndSet(false, true)) {
            for (int part = 0; part < parts; part++) {
                task.run(0, part);
            }
            return;
        }
        try {
            for (int k = 0; k < helpers; k++) {
                workers[k].begin(task, parts);
            }
            Throwable failure = attempt(task, 0, size, parts);
            for (int k = 0; k < helpers; k++) {
                Throwable other = workers[k].await();
                failure = failure == null ? other : failure;
            }
            rethrow(failure);
        } finally {
            busy.set(false);
        }
    }

    private static @Nullable Throwable attempt(Task task, int thread, int size, int parts) {
        try {
            for (int part = thread; part < parts; part += size) {
                task.run(thread, part);
            }
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private static final class Worker extends Thread {
        private final int number;
        private final int teamSize;
        private Task task = (thread, part) -> {};
        private int parts;
        private @Nullable Throwable failure;
        private int sent;
        private volatile int asked;
        private volatile int done;
        private volatile boolean asleep;

        Worker(int number, int teamSize) {
            super("mfg-worker-" + number + "-of-" + teamSize);
            this.number = number;
            this.teamSize = teamSize;
        }

        void begin(Task task, int parts) {
            this.task = task;
            this.parts = parts;
            asked = ++sent;
            if (asleep) {
                LockSupport.unpark(this);
            }
        }

        @SuppressWarnings("ThreadPriorityCheck") // Where there are more threads than processors, the worker needs ours.
        @Nullable Throwable await() {
            int spins = 0;
            while (done != asked) {
                if (++spins < SPINS_BEFORE_YIELD) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
            return failure;
        }

        @Override
        public void run() {
            int served = 0;
            while (true) {
                awaitWork(served);
                failure = attempt(task, number, teamSize, parts);
                served++;
                done = served;
            }
        }

        private void awaitWork(int served) {
            int spins = 0;
            while (asked == served) {
                if (++spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    asleep = true;
                    while (asked == served) {
                        LockSupport.park(this);
                    }
                    asleep = false;
                }
            }
        }
    }
}
