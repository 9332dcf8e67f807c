package org.mfg.api.discrete;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Fields to work in, for those who need some one after the other: the linear solver's are the line search's later, and then those in which an iterate is measured. A field holds anything when it is taken, and is
 * nobody's once it is given back; what is not given back is made anew. One thread at a time.
 */
public final class WorkFields {
    private final Deque<double[]> free = new ArrayDeque<>();

    /**
     * A field that is the caller's until it is given back.
     *
     * @param size its numbers; fields of another size that were given back are forgotten
     */
    public double[] take(int size) {
        if (!free.isEmpty() && free.peek().length != size) {
            free.clear();
        }
        return free.isEmpty() ? new double[size] : free.pop();
    }

    /** Takes fields back. */
    public void give(double[]... fields) {
        for (double[] field : fields) {
            free.push(field);
        }
    }
}
