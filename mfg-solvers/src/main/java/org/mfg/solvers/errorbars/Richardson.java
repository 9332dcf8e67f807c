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
    /** From this part of it on, two terms of the formal order and of twice that explain it. */
    private static final double LOWEST_OF_TERMS = 0.75;

    /** Orders of three values and of the three before are the same within this part of them. */
    private static final double SAME = 0.1;

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

    /**
     * Whether the error falls faster than the scheme promises, as that of a quantity does to which errors of first order are nothing: by an order that the three values before,
     * the finest of them the middle one here, have too. Where two terms of opposite signs cancel, the order is high by accident, and another one there.
     */
    boolean isFaster(Richardson before) {
        double order = order();
        return order > HIGHEST * formal && Math.abs(before.order() - order) <= SAME * order;
    }

    /** The error of the finest value if it is the second term of the scheme's, D h^2p: at least what it is where it falls faster. */
    double errorOfSecondTerm() {
        return (middle - fine) / (Math.pow(refining, 2 * formal) - 1);
    }

    /** Whether the order is one that the scheme's leading terms, C h^p and D h^(2p), have together: p where the first is all there is, 2p without it. */
    private boolean isOfTwoTerms() {
        return isAsymptotic() && order() >= LOWEST_OF_TERMS * formal;
    }

    /**
     * The error of the finest value, value - limit:
     *
     * <ul>
     *   <li>the two leading terms of the scheme's error, where the measured order is one that they have;
     *   <li>by the measured order where that is a lower one to believe;
     *   <li>else by the lowest order that is believed, and at least the largest difference of the values.
     * </ul>
     */
    double error() {
        double last = middle - fine;
        if (isOfTwoTerms()) {
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
