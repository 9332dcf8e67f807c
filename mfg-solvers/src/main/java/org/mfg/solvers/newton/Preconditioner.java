package org.mfg.solvers.newton;

/** Whether Newton's linear systems are solved with the approximate inverse that a linearisation may offer. */
public enum Preconditioner {
    /** Where it turns out to take fewer sweeps for a digit. */
    AUTO,
    /** Never. */
    NONE,
    /** Wherever it is offered. */
    MULTIGRID
}
