package org.mfg.solvers.market;

import java.util.Locale;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.mfg.solvers.market.ClearedMarket.Trial;

/**
 * The price of a market with one: a root of its excess by a bracketing Brent method of higher order (Apache Commons Math, after Brent 1973),
 * where there are prices without an equilibrium on the near side of them, then beyond.
 *
 * @param name of the price
 * @param trials the game at prices
 * @param tolerance how far from the root the price may be
 */
record BracketSearch(String name, PriceTrials trials, double tolerance) {
    private static final int ORDER = 5;

    /** Excess supply that is still this part of the largest seen jumps over 0: nothing continuous is so steep. */
    private static final double JUMP = 1e-4;

    /** The search ends at an excess supply of this part of what a price wrong by the tolerance makes, if it is linear between the bracket's ends. */
    private static final double NEGLIGIBLE = 1e-3;

    ClearedMarket root(Bracket bracket) {
        Bracket b = bracket;
        while (b.width() > tolerance) {
            try {
                double price = brent(b);
                return isContinuous(trials.at(price))
                        ? trials.cleared(trials.at(price))
                        : trials.failure(String.format(
                                Locale.ROOT,
                                "excess supply jumps over 0 at %s %s, where it is %.4g",
                                name,
                                price,
                                trials.at(price).excessSupply()));
            } catch (Unsolved e) {
                Bracket around = b.around(e.trial, trials);
                if (!(around.width() < b.width())) {
                    break;
                }
                b = around;
            }
        }
        Trial best = b.best();
        return best.excessSupply() == 0
                ? trials.cleared(best)
                : trials.failure(String.format(
                        Locale.ROOT,
                        "no equilibrium at prices between %s %s and %s, where excess supply is %.4g and %.4g",
                        name,
                        b.low().price(),
                        b.high().price(),
                        b.low().excessSupply(),
                        b.high().excessSupply()));
    }

    private double brent(Bracket b) {
        double slope = Math.abs(b.high().excessSupply() - b.low().excessSupply()) / b.width();
        double negligible = NEGLIGIBLE * tolerance * slope;
        return new BracketingNthOrderBrentSolver(0, tolerance, 0, ORDER)
                .solve(
                        PriceTrials.MAX_TRIALS + 1,
                        price -> {
                            Trial trial = trials.at(price);
                            if (!trial.isSolved()) {
                                throw new Unsolved(trial);
                            }
                            return Math.abs(trial.excessSupply()) <= negligible ? 0 : trial.excessSupply();
                        },
                        b.low().price(),
                        b.high().price(),
                        b.secant());
    }

    private boolean isContinuous(Trial root) {
        double largest = trials.all().stream()
                .filter(Trial::isSolved)
                .mapToDouble(trial -> Math.abs(trial.excessSupply()))
                .max()
                .orElse(0);
        return Math.abs(root.excessSupply()) <= JUMP * largest;
    }

    /** Leaves Brent's method at a price without an equilibrium. */
    private static final class Unsolved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Trial trial;

        Unsolved(Trial trial) {
            super(null, null, false, false);
            this.trial = trial;
        }
    }
}
