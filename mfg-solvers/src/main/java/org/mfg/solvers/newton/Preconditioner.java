package org.mfg.solvers.newton;

/** Whether Newton's linear systems are solved with the approximate inverse that a linearisation may offer. */
public enum Preconditioner {
    /** Where plain Krylov steps turn out to be many. */
    AUTO,
    /** Never. */
    NONE,
    /** Wherever it is offered. */
    MULTIGRID
}
