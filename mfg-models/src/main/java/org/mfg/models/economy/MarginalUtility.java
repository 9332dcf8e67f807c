package org.mfg.models.economy;

/** What follows from a marginal utility alone. In s = log(c - least) it is a smooth function for every utility in use, log-linear for powers. */
final class MarginalUtility {
    /** Consumption is sought above its least by e^±100. */
    private static final double WIDEST = 100;
    /** Balances truncation and round-off of a central difference. */
    private static final double STEP = 1e-5;

    private MarginalUtility() {}

    /** The consumption at which U' = q; the least one where U' is below q everywhere. */
    static double inverse(Utility u, double q) {
        double least = u.least();
        double wanted = Math.log(q);
        double s = Root.ofIncreasing(
                x -> wanted - Math.log(u.marginal(least + Math.exp(x))),
                x -> Math.exp(x) / u.riskTolerance(least + Math.exp(x)),
                0,
                -WIDEST,
                WIDEST);
        return least + Math.exp(s);
    }

    /** -1/(log U')' = -(c - least)/(d log U'/ds). */
    static double riskTolerance(Utility u, double c) {
        double x = c - u.least();
        double above = Math.log(u.marginal(u.least() + x * Math.exp(STEP)));
        double below = Math.log(u.marginal(u.least() + x * Math.exp(-STEP)));
        return x * 2 * STEP / (below - above);
    }
}
