package org.mfg.solvers.market;

import org.mfg.solvers.market.ClearedMarket.Trial;

/**
 * Two prices with an equilibrium, between whose excess supplies 0 lies.
 *
 * @param low the lower price
 * @param high the higher price, or the same where excess supply is 0
 */
record Bracket(Trial low, Trial high) {
    static Bracket of(Trial a, Trial b) {
        return a.price() <= b.price() ? new Bracket(a, b) : new Bracket(b, a);
    }

    /** Whether 0 lies between the excess supplies of two prices. */
    static boolean isBetween(Trial a, Trial b) {
        return Math.signum(a.excessSupply()) * Math.signum(b.excessSupply()) <= 0;
    }

    double width() {
        return high.price() - low.price();
    }

    Trial best() {
        return Math.abs(low.excessSupply()) <= Math.abs(high.excessSupply()) ? low : high;
    }

    /** Where excess supply is 0 if it is linear, not too near the ends. */
    double secant() {
        double part = low.excessSupply() / (low.excessSupply() - high.excessSupply());
        return low.price() + Math.min(Math.max(part, 0.01), 0.99) * width();
    }

    /** What is left without half of the way from each end to a price inside that has no equilibrium. */
    Bracket around(Trial unsolved, PriceTrials trials) {
        Trial below = trials.at(0.5 * (low.price() + unsolved.price()));
        if (below.isSolved() && isBetween(low, below)) {
            return new Bracket(low, below);
        }
        Trial above = trials.at(0.5 * (unsolved.price() + high.price()));
        if (above.isSolved() && isBetween(above, high)) {
            return new Bracket(above, high);
        }
        return new Bracket(below.isSolved() ? below : low, above.isSolved() ? above : high);
    }
}
