package org.mfg.solvers.parallel;

/** How long a caller works alone once a thread without a processor has held it up: for longer each time that it happens again soon. */
final class Rest {
    /** Waiting longer than this, and longer than it worked, the caller was held up by a thread without a processor. */
    private static final long HELD_UP_NANOS = 1_000_000;

    private static final long SHORTEST_NANOS = 4_000_000;
    private static final long LONGEST_NANOS = 200_000_000;
    /** Held up again within so many times the last rest, the caller rests for twice as long. */
    private static final int SOON = 4;

    private boolean isResting;
    private long until;
    private long length = SHORTEST_NANOS;

    /** Whether it rests now. */
    boolean isNow() {
        isResting = isResting && System.nanoTime() - until < 0;
        return isResting;
    }

    /** Begins a rest if what was begun and finished then has been waited for too long. */
    void consider(long began, long finished) {
        long now = System.nanoTime();
        if (now - finished > Math.max(HELD_UP_NANOS, finished - began)) {
            boolean isSoonAgain = now - until < SOON * length;
            length = isSoonAgain ? Math.min(LONGEST_NANOS, 2 * length) : SHORTEST_NANOS;
            until = now + length;
            isResting = true;
        }
    }
}
