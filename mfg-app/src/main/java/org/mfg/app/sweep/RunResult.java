package org.mfg.app.sweep;

import java.io.Serializable;
import java.util.List;
import org.mfg.api.equilibrium.Status;

/**
 * What is kept of a run: its row and its history. It may come from another process, so it is all text.
 *
 * @param number the run's number
 * @param status the solver's status, or why there was no solve
 * @param row its line of runs.csv, a cell for each column
 * @param history its history file; "" where there was no solve
 */
public record RunResult(int number, String status, List<String> row, String history) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Copies the row. */
    public RunResult {
        row = List.copyOf(row);
    }

    /** Whether the run found an equilibrium. */
    boolean isConverged() {
        return status.equals(Status.CONVERGED.name());
    }
}
