package org.mfg.app.sweep;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mfg.api.equilibrium.Monitor;

/** Makes the runs of a chain, one after the other, each from the solution before where the plan has warm starts. */
public final class Chain {
    private Chain() {}

    /** Takes the results of runs. */
    @FunctionalInterface
    public interface Sink {
        /** A run is over. */
        void accept(RunResult result) throws IOException;
    }

    /**
     * Makes the runs.
     *
     * @param chain the chain's number in the plan
     * @param isOneOfMany whether other chains are made at the same time; then a run uses one thread unless told otherwise
     * @param monitor may stop a run; that one and the rest of the chain have no result
     */
    public static void make(SweepSpec spec, int chain, boolean isOneOfMany, Monitor monitor, Sink sink)
            throws IOException {
        Rows rows = new Rows(spec);
        @Nullable Run before = null;
        for (int number : spec.plan().chain(chain)) {
            before = Run.make(spec, number, isOneOfMany, before, monitor);
            if (before.isCancelled()) {
                return;
            }
            sink.accept(rows.result(before));
        }
    }
}
