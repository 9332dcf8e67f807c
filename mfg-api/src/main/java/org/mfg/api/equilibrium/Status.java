package org.mfg.api.equilibrium;

/** How a solve ended. Only CONVERGED is success. */
public enum Status {
    /** Both residuals are at most the tolerance. */
    CONVERGED,
    /** The allowed iterations were used up. */
    MAX_ITERATIONS,
    /** The iteration no longer makes progress: it oscillates, or no step reduces the residual. */
    STALLED,
    /** A value that is not finite appeared, or the iterates grew without bound. */
    DIVERGED,
    /** The monitor asked to stop. */
    CANCELLED
}
