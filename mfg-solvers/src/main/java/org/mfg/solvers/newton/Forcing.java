package org.mfg.solvers.newton;

/** How exactly Newton's linear systems are solved: a tolerance that tightens as the residual falls (Eisenstat and Walker 1996). */
final class Forcing {
    /** Tighter than this, the linear systems are solved to no avail; unless the settings ask for more. */
    private static final double TIGHTEST = 1e-4;

    private final double loosest;
    private double tolerance;

    /** At first to the loosest tolerance. */
    Forcing(double loosest) {
        this.loosest = loosest;
        tolerance = loosest;
    }

    void restart() {
        tolerance = loosest;
    }

    /** The tolerance of the next system, of which a reduction may be enough. */
    double tolerance(double enough) {
        return Math.min(loosest, Math.max(tolerance, enough));
    }

    /** A step has multiplied the length of the residual by a ratio. */
    void reduced(double ratio) {
        tolerance = Math.min(loosest, Math.max(TIGHTEST, ratio * ratio));
    }
}
