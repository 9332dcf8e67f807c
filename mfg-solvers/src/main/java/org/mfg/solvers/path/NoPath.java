package org.mfg.solvers.path;

import org.mfg.api.equilibrium.Status;

/** There is no path to tell of: no steady state to begin or end with, or no solution at the first prices that were tried. */
public final class NoPath extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Status status;

    NoPath(Status status, String message) {
        super(message);
        this.status = status;
    }

    /** How the solve ended that failed. */
    public Status status() {
        return status;
    }
}
