package org.mfg.examples.sweep;

import java.io.IOException;

/** Those who make the runs of a sweep, started by a {@link SweepEngine}. */
public interface Workers extends AutoCloseable {

    /**
     * Makes the chains that the sweep lacks, in any order, and gives it the result of every run, until they are made or the
     * sweep is stopped. A result that is given twice counts once.
     *
     * @throws IOException if a result could not be written
     */
    void make(Sweep sweep) throws IOException;

    /** How many there are, as far as is known. */
    int count();

    @Override
    void close();
}
