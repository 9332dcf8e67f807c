package org.mfg.solvers.parallel;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a team with the parts that are its own in a run. It waits for them spinning, and after a while asleep.
 *
 * <p>Everything that it shares with the caller is one word, since what costs is the travel of cache lines between processors:
 * the number of the run, the parts that nobody has begun, and whether it is at work on one.
 */
final class Helper extends Thread {
    private static final AtomicLongFieldUpdater<Helper> WORD = AtomicLongFieldUpdater.newUpdater(Helper.class, "word");
    private static final int SPINS = 10_000;
    private static final long AT_WORK = 1;
    private static final long PART = 2;

    private final int thread;
    private volatile long word;
    private int first;
    private Workers.Task task = (thread, part) -> {};
    private @Nullable Throwable failure;
    private volatile boolean asleep;

    Helper(int thread, int teamSize) {
        super("mfg-worker-" + thread + "-of-" + teamSize);
        this.thread = thread;
        setDaemon(true);
    }

    /** Gives it its share of the parts of a run by some threads of the team, all of the last run's being done. */
    void begin(int run, int threads, int parts, Workers.Task task) {
        this.task = task;
        failure = null;
        first = Workers.firstPart(thread, threads, parts);
        word = ((long) run << Integer.SIZE) + PART * (Workers.firstPart(thread + 1, threads, parts) - first);
        if (asleep) {
            LockSupport.unpark(this);
        }
    }

    /** For the caller: takes over one of the parts that are not begun; -1 if there is none. */
    int takeOver() {
        while (true) {
            long before = word;
            int left = left(before);
            if (left == 0) {
                return -1;
            }
            if (WORD.compareAndSet(this, before, before - PART)) {
                return part(left);
            }
        }
    }

    /** Whether all of its parts are done, but for those that the caller took over. */
    boolean isDone() {
        return (int) word == 0;
    }

    /** What one of its parts threw in the run that is done. */
    @Nullable Throwable failure() {
        return failure;
    }

    private static int left(long word) {
        return (int) word >>> 1;
    }

    private int part(int left) {
        return first + left - 1;
    }

    @Override
    public void run() {
        while (true) {
            awaitParts();
            long before = word;
            while (left(before) > 0) {
                if (WORD.compareAndSet(this, before, (before | AT_WORK) - PART)) {
                    attempt(part(left(before)));
                }
                before = word;
            }
            // Only this thread sets and clears the mark, and only while it is set is a run sure to stay.
            if ((before & AT_WORK) != 0) {
                WORD.compareAndSet(this, before, before - AT_WORK);
            }
        }
    }

    private void attempt(int part) {
        try {
            task.run(thread, part);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void awaitParts() {
        int spins = 0;
        while (left(word) == 0) {
            if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                asleep = true;
                while (left(word) == 0) {
                    LockSupport.park(this);
                }
                asleep = false;
            }
        }
    }
}
