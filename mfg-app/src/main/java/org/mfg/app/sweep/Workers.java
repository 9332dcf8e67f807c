package org.mfg.app.sweep;

import java.io.IOException;
import java.util.Optional;

/** Those who make the runs of a sweep, started by a {@link SweepEngine}. */
public interface Workers extends AutoCloseable {

    /**
     * Makes the chains that the sweep lacks, in any order, and gives it the result of every run, until they are made or the
     * sweep is stopped. A result that is given twice counts once.
     *
     * @return why they gave up, in a line; empty where they did not
     * @throws IOException if a result could not be written
     */
    Optional<String> make(Sweep sweep) throws IOException;

    /** How many there are, as far as is known. */
    int count();

    @Override
    void close();
}
