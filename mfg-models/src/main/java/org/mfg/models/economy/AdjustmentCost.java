package org.mfg.models.economy;

/**
 * What it costs to move d per unit of time from a liquid account to an illiquid one that holds a (Kaplan, Moll and Violante, Am. Econ. Rev. 108 (2018), section 1),
 *
 * <pre>
 *   χ(d, a) = χ0 |d| + χ1/2 (d/ā)² ā,    ā = max(a, a_floor).
 * </pre>
 *
 * @param linear χ0, from 0 to below 1: a kink at d = 0, so that small gains are left
 * @param convex χ1 > 0, in units of time
 * @param floor a_floor > 0
 */
record AdjustmentCost(double linear, double convex, double floor) {

    /** χ(d, a). */
    double at(double deposit, double illiquid) {
        return linear * Math.abs(deposit) + 0.5 * convex * deposit * deposit / Math.max(illiquid, floor);
    }

    /**
     * The d at which μ d - λ (d + χ(d, a)) is largest.
     *
     * @param ratio μ/λ, of the worth of a unit of a to that of one of b, λ > 0
     */
    double best(double ratio, double illiquid) {
        double gain = Math.max(ratio - 1 - linear, 0) + Math.min(ratio - 1 + linear, 0);
        return gain * Math.max(illiquid, floor) / convex;
    }
}
