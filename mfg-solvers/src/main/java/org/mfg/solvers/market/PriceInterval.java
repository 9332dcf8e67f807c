package org.mfg.solvers.market;

/**
 * The prices in which one is sought.
 *
 * @param name of the price
 * @param lowest their lower end, not reached
 * @param highest their upper end, not reached
 */
record PriceInterval(String name, double lowest, double highest) {
    /** A search begins no nearer to the ends than this part of the range. */
    private static final double INSIDE = 1e-3;

    double length() {
        return highest - lowest;
    }

    /** The given price, or the nearest one that is not too near an end. */
    double inside(double price) {
        return Math.min(Math.max(price, lowest + INSIDE * length()), highest - INSIDE * length());
    }

    /** The price at a part of the way from the lowest to the highest. */
    double at(double part) {
        return lowest + part * length();
    }
}
