package org.mfg.solvers.market;

import java.util.Locale;
import org.mfg.solvers.market.ClearedMarket.Trial;

/**
 * The search for a bracket.
 *
 * @param range the prices in which it is sought
 */
record PriceRange(PriceInterval range, PriceTrials trials) {
    /** Of the way to the end of the range. */
    private static final double FIRST_STEP = 1.0 / 16;

    /** Of the range: the search ends so near its ends. There may be a root where supply grows without bound. */
    private static final double CLOSE = 1e-6;

    /** Where the first price has no equilibrium the range is halved so often. */
    private static final int HALVINGS = 4;

    /** Beyond a price without an equilibrium the rest of the way is halved so often to find another with one. */
    private static final int TRIES_BEYOND = 3;

    /**
     * A bracket, from the given price towards the end where the excess has the other sign.
     *
     * @throws PriceTrials.Over if there is none
     */
    Bracket bracket(double given) {
        Trial near = solved(range.inside(given));
        if (near.excessSupply() == 0) {
            return new Bracket(near, near);
        }
        double from = near.price();
        double end = near.excessSupply() > 0 ? range.lowest() : range.highest();
        double step = FIRST_STEP * (end - from);
        String atEnd = "";
        while (Math.abs(end - near.price()) > CLOSE * range.length()) {
            double half = 0.5 * (end - near.price());
            Trial next = trials.at(near.price() + Math.copySign(Math.min(Math.abs(step), Math.abs(half)), half));
            Trial far = next.isSolved() ? next : beyond(next, end);
            if (!far.isSolved()) {
                end = next.price();
                atEnd = "; there, no equilibrium: " + next.failure();
                continue;
            }
            if (Bracket.isBetween(near, far)) {
                return Bracket.of(near, far);
            }
            near = far;
            step *= 2;
        }
        throw new PriceTrials.Over(String.format(
                Locale.ROOT,
                "no %s from %s to nearly %s clears the market: excess supply is still %.4g%s",
                range.name(),
                from,
                end,
                near.excessSupply(),
                atEnd));
    }

    /** The first price, or another of the range that has an equilibrium. */
    private Trial solved(double price) {
        Trial first = trials.at(price);
        if (first.isSolved()) {
            return first;
        }
        for (int parts = 2; parts <= 1 << HALVINGS; parts *= 2) {
            for (int k = 1; k < parts; k += 2) {
                Trial other = trials.at(range.at((double) k / parts));
                if (other.isSolved()) {
                    return other;
                }
            }
        }
        throw new PriceTrials.Over(
                "no equilibrium at " + range.name() + " " + price + " (" + first.failure() + "), nor at "
                        + (trials.all().size() - 1) + " others from " + range.lowest() + " to " + range.highest());
    }

    /** The next price with an equilibrium beyond one without, or that one. */
    private Trial beyond(Trial unsolved, double end) {
        double price = unsolved.price();
        for (int k = 0; k < TRIES_BEYOND; k++) {
            price += 0.5 * (end - price);
            Trial next = trials.at(price);
            if (next.isSolved()) {
                return next;
            }
        }
        return unsolved;
    }
}
