package org.mfg.solvers.newton;

/**
 * How Newton's linear systems are solved.
 *
 * @param tolerance the loosest relative tolerance, in (0, 1); it tightens as the residual falls
 * @param maxSteps the Krylov steps allowed for one Newton step, >= 1
 * @param memory the Krylov vectors kept before a restart, >= 1
 * @param preconditioner whether to use the linearisation's approximate inverse
 */
public record KrylovSettings(double tolerance, int maxSteps, int memory, Preconditioner preconditioner) {
    /** Good for all of the packaged games. */
    public static final KrylovSettings DEFAULT = new KrylovSettings(0.01, 500, 100);

    /** With the preconditioner where it pays, {@link Preconditioner#AUTO}. */
    public KrylovSettings(double tolerance, int maxSteps, int memory) {
        this(tolerance, maxSteps, memory, Preconditioner.AUTO);
    }
}
