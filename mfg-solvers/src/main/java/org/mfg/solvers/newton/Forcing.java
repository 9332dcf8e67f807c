package org.mfg.solvers.newton;

/** How exactly Newton's linear systems are solved: a tolerance that tightens as the residual falls (Eisenstat and Walker 1996). */
final class Forcing {
    /** Tighter than this, the linear systems are solved to no avail; unless the settings ask for more. */
    private static final double TIGHTEST = 1e-4;
    /** Near the solution a step leaves so many times the square of the residual, where costs are of order 1. */
    private static final double REMAINDER = 10;
    /** GMRES measures residuals by another length than those that are to be enough. That one falls less by up to this. */
    private static final double LARGEST_LAG = 100;

    private final double loosest;
    private double tolerance;
    private double asked;
    private double lag;
    private boolean isFirst;

    /** At first to the loosest tolerance, unless the start is near the solution. */
    Forcing(double loosest) {
        this.loosest = loosest;
        restart();
    }

    void restart() {
        tolerance = loosest;
        asked = loosest;
        lag = 1;
        isFirst = true;
    }

    /**
     * The tolerance of the next system.
     *
     * @param enough a reduction of the residual that is enough
     * @param residual its size where costs are of order 1, by which the first system knows how near it is
     */
    double tolerance(double enough, double residual) {
        double next = isFirst ? Math.min(tolerance, REMAINDER * residual) : tolerance;
        isFirst = false;
        asked = Math.min(loosest, Math.max(next, enough / lag));
        return asked;
    }

    /** A step has multiplied the length of the residual by a ratio. */
    void reduced(double ratio) {
        tolerance = Math.min(loosest, Math.max(TIGHTEST, ratio * ratio));
        lag = Math.max(1, Math.min(LARGEST_LAG, ratio / asked));
    }
}
