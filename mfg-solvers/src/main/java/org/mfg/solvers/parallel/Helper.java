package org.mfg.solvers.parallel;

import java.util.concurrent.locks.LockSupport;

/** A thread that works whenever it is called, and waits for the next call spinning, then asleep. */
final class Helper extends Thread {
    private static final int SPINS = 10_000;

    private final Runnable work;
    private volatile int called;
    private volatile boolean asleep;

    Helper(String name, Runnable work) {
        super(name);
        this.work = work;
        setDaemon(true);
    }

    /** Makes it work; may be called again before it has done so. */
    void call(int number) {
        called = number;
        if (asleep) {
            LockSupport.unpark(this);
        }
    }

    @Override
    public void run() {
        int answered = 0;
        while (true) {
            awaitCall(answered);
            answered = called;
            work.run();
        }
    }

    private void awaitCall(int answered) {
        int spins = 0;
        while (called == answered) {
            if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                asleep = true;
                while (called == answered) {
                    LockSupport.park(this);
                }
                asleep = false;
            }
        }
    }
}
