package org.mfg.solvers.errorbars;

/**
 * Three values of a number on grids of decreasing spacing, whose errors fall like C h^p (L. F. Richardson 1911). With δ = coarse - middle, ε = middle - fine,
 * r and s the ratios of their spacings,
 *
 * <pre>
 *   δ/ε = s^p (r^p - 1)/(s^p - 1)          error of the finest = ε/(s^p - 1)
 * </pre>
 *
 * @param coarse the value on the coarsest grid
 * @param middle the next
 * @param fine that on the finest
 * @param coarsening r, spacing of the coarsest by that of the middle one
 * @param refining s, spacing of the middle one by that of the finest
 * @param formal the order of the scheme for smooth solutions
 */
record Richardson(double coarse, double middle, double fine, double coarsening, double refining, double formal) {
    /** Between these parts of the formal order a measured one is believed. */
    private static final double LOWEST = 0.5;

    private static final double HIGHEST = 2;
    /** A measured order this near to the formal one, as a part of it, is the sign that the leading term is all there is. */
    private static final double NEAR = 0.25;

    private static final int BISECTIONS = 60;

    /** p; NaN where the differences change sign, or fall less than they do for an order of 0. */
    double order() {
        double ratio = (coarse - middle) / (middle - fine);
        double highest = 4 * formal;
        if (!(ratio > ratio(1e-6) && ratio < ratio(highest))) {
            return Double.NaN;
        }
        double low = 1e-6;
        double high = highest;
        for (int k = 0; k < BISECTIONS; k++) {
            double order = 0.5 * (low + high);
            if (ratio(order) < ratio) {
                low = order;
            } else {
                high = order;
            }
        }
        return 0.5 * (low + high);
    }

    /** δ/ε for errors of an order: rising with it. */
    private double ratio(double order) {
        return Math.pow(refining, order) * (Math.pow(coarsening, order) - 1) / (Math.pow(refining, order) - 1);
    }

    /** Whether the order is one that the scheme may have: the grids are fine enough for the leading term of the error. */
    boolean isAsymptotic() {
        double order = order();
        return order >= LOWEST * formal && order <= HIGHEST * formal;
    }

    /** Whether the order is about that of the scheme: the error is its leading terms. */
    boolean isAsExpected() {
        return Math.abs(order() - formal) <= NEAR * formal;
    }

    /**
     * The error of the finest value, value - limit: the two leading terms of the scheme's error, C h^p + D h^(2p), where the measured order is about the scheme's; by the
     * measured order where that is another one to believe; else by the lowest that is, and at least the largest difference of the values.
     */
    double error() {
        double last = middle - fine;
        if (isAsExpected()) {
            return leadingTerms();
        }
        if (isAsymptotic()) {
            return last / (Math.pow(refining, order()) - 1);
        }
        double slow = Math.abs(last) / (Math.pow(refining, LOWEST * formal) - 1);
        return Math.copySign(Math.max(slow, Math.abs(coarse - middle)), last);
    }

    /** C + D of middle - fine = C (s^p - 1) + D (s^q - 1) and coarse - fine = C ((r s)^p - 1) + D ((r s)^q - 1) with p the formal order and q = 2p. */
    private double leadingTerms() {
        double widest = coarsening * refining;
        double first = Math.pow(refining, formal) - 1;
        double second = Math.pow(refining, 2 * formal) - 1;
        double firstOfCoarse = Math.pow(widest, formal) - 1;
        double secondOfCoarse = Math.pow(widest, 2 * formal) - 1;
        double ofMiddle = middle - fine;
        double ofCoarse = coarse - fine;
        return (ofMiddle * (secondOfCoarse - firstOfCoarse) + ofCoarse * (first - second))
                / (first * secondOfCoarse - second * firstOfCoarse);
    }
}
