package org.mfg.solvers.parallel;

/** Something that comes with the threads that work on it. */
public interface Parallel {

    /** The threads. */
    Workers workers();

    /** The threads of an object that comes with some, or the calling thread alone. */
    static Workers of(Object object) {
        return object instanceof Parallel p ? p.workers() : Workers.of(1);
    }
}
