package org.mfg.solvers.linalg;

/** Work on a part of a vector. */
@FunctionalInterface
interface RangeTask {

    /**
     * Works on the entries from ... to - 1.
     *
     * @param part the number of the part
     */
    void run(int part, int from, int to);
}
