package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.models.economy.Budget;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.Mfg;

class HouseholdsTest {
    private static final Mfg MFG = Mfg.load();
    private static final TwoIncomes PUBLISHED = new TwoIncomes(0.04, 0.1, 1, 0.1, 0.1, 1e-10, 40);
    private static final Utility LOG = Utility.log();

    /**
     * S. Ahn and B. Moll, "Aiyagari (1994) in continuous time" (QuantEcon notes), print the wealth of these households on 1000 nodes:
     * 5.9052049733 and again 5.9052051501 at r = 0.03 and w = 0.9, where their iteration stops at 1e-6, and 39.104796555 at r = 0.05
     * and w = 1. Theirs is the same scheme, so that the grid's own error is the same.
     */
    @Test
    void wealthAtGivenPricesIsThePublishedOne() {
        assertThat(wealth(PUBLISHED, LOG, 0.03, 0.9, 1000)).isCloseTo(5.90520515, within(1e-7));
        assertThat(wealth(PUBLISHED, LOG, 0.05, 1, 1000)).isCloseTo(39.104796555, within(1e-7));
        assertThat(wealth(PUBLISHED, Utility.formula("log(c)"), 0.03, 0.9, 1000))
                .isCloseTo(5.90520515, within(1e-7));
    }

    @Test
    void wealthConvergesToThatOfAShootingMethodAtFirstOrder() {
        converges(PUBLISHED, LOG, 0.03, 0.9, new EulerEquations(PUBLISHED, 1, 0.03, 0.9).wealth());
    }

    /** Other utilities, by a class and by a formula, whose marginal utility and risk tolerance are written out here. */
    @Test
    void soItDoesWithOtherUtilities() {
        TwoIncomes h = new TwoIncomes(0.05, 1, 2, 1.0 / 3, 1.0 / 3, 0, 10);
        converges(
                h,
                Utility.stoneGeary(2, 0.5),
                0.01,
                1,
                new EulerEquations(h, c -> Math.pow(c - 0.5, -2), c -> (c - 0.5) / 2, 0.01, 1).wealth());
        converges(
                h,
                Utility.formula("log(c) - 1/(2*c^2)"),
                0.01,
                1,
                new EulerEquations(h, c -> 1 / c + Math.pow(c, -3), c -> c * (c * c + 1) / (c * c + 3), 0.01, 1)
                        .wealth());
    }

    private static void converges(TwoIncomes households, Utility utility, double rate, double wage, double exact) {
        double coarse = wealth(households, utility, rate, wage, 2001) - exact;
        double fine = wealth(households, utility, rate, wage, 4001) - exact;
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(0.95, 1.05);
        // What is left is of second order.
        assertThat(2 * fine - coarse).isCloseTo(0, within(0.03 * fine));
    }

    @Test
    void householdsInTheLowStateDissaveToTheLimitWhereSomeStay() {
        DiscreteGame game = MFG.discretize(PUBLISHED.households(LOG).game("households", Budget.of(0.03, 0.9)), 500, 1);
        double[] m = solve(game).m();
        double low = game.grid().weight(0) * m[0];
        double high = game.grid().weight(1) * m[1];
        assertThat(low).isGreaterThan(0.01);
        assertThat(high).isLessThan(0.05 * low);
        double inLow = 0;
        for (int i = 0; i < m.length; i += 2) {
            inLow += game.grid().weight(i) * m[i];
        }
        assertThat(inLow).isCloseTo(0.5, within(1e-12));
    }

    private static double wealth(TwoIncomes h, Utility utility, double interestRate, double wage, int nodes) {
        DiscreteGame game =
                MFG.discretize(h.households(utility).game("households", Budget.of(interestRate, wage)), nodes, 1);
        double[] m = solve(game).m();
        double wealth = 0;
        for (int i = 0; i < m.length; i++) {
            wealth += game.grid().weight(i) * m[i] * game.grid().coordinate(i, 0);
        }
        return wealth;
    }

    private static StationaryEquilibrium solve(DiscreteGame game) {
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-11)).solve(game);
        assertThat(e.isConverged()).as(e.message()).isTrue();
        return StationaryEquilibrium.of(e);
    }
}
