package org.mfg.solvers.market;

import org.mfg.solvers.market.ClearedMarket.Trial;

/**
 * Two prices with an equilibrium, between whose excess supplies 0 lies.
 *
 * @param low the lower price
 * @param high the higher price, or the same where excess supply is 0
 */
record Bracket(Trial low, Trial high) {
    private static final int HALVINGS = 4;

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

    /** A bracket inside this one that is nearer to a price without an equilibrium, or beside it. */
    Bracket around(Trial unsolved, PriceTrials trials) {
        Trial below = towards(unsolved, low, trials);
        if (isBetween(low, below)) {
            return new Bracket(low, below);
        }
        Trial above = towards(unsolved, high, trials);
        if (isBetween(above, high)) {
            return new Bracket(above, high);
        }
        return new Bracket(below, above);
    }

    /** The first price with an equilibrium on the way from one without to an end, always half of the rest; or that end. */
    private static Trial towards(Trial unsolved, Trial end, PriceTrials trials) {
        Trial trial = unsolved;
        for (int k = 0; k < HALVINGS; k++) {
            trial = trials.at(0.5 * (trial.price() + end.price()));
            if (trial.isSolved()) {
                return trial;
            }
        }
        return end;
    }
}
