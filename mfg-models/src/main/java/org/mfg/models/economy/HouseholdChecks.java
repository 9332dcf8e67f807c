package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;

/** What must hold of households at given prices: everybody has an income, and utility is one. */
final class HouseholdChecks {
    /** A life is looked at at so many ages. */
    private static final int AGES = 101;

    private final Households households;
    private final Choices choices;
    private final Budget budget;

    HouseholdChecks(Households households, Choices choices, Budget budget) {
        this.households = households;
        this.choices = choices;
        this.budget = budget;
    }

    /**
     * The most that anybody spends who does not save. Incomes are monotone in z, and monotone or bent downwards in a: the least and the most are at ends.
     *
     * @param years the age at the end of life, or 0
     * @throws InvalidInputException if somebody has not more than the least consumption
     */
    double mostSpending(double years) {
        double most = 0;
        Axis wealth = households.wealth();
        for (double z : households.incomes().extremes()) {
            for (double a : new double[] {wealth.lower(), wealth.upper()}) {
                for (int age = 0; age < (years == 0 ? 1 : AGES); age++) {
                    double t = years * age / (AGES - 1);
                    requireIncome(t, a, z);
                    most = Math.max(most, choices.spending(t, new double[] {a, z}, 0));
                }
            }
        }
        return most;
    }

    private void requireIncome(double t, double a, double z) {
        double least = households.utility().least();
        double left = choices.mostIncome(t, new double[] {a, z});
        if (!(left > least)) {
            throw InvalidInputException.because(
                    "interest-rate",
                    "interest-rate must leave every household "
                            + (least > 0 ? "more than the least consumption " + least : "an income")
                            + " after interest and taxes, was " + budget.interestRate() + ", which leaves "
                            + (float) left + " at wealth " + a + inState(z) + (t > 0 ? " at age " + t : ""));
        }
    }

    private String inState(double z) {
        return households
                .incomes()
                .axis()
                .map(axis -> axis.states()
                        .map(states -> " in state " + states.names().get((int) z))
                        .orElse(" and productivity " + z))
                .orElse("");
    }

    /**
     * Looks at marginal utility.
     *
     * @param most what is consumed at most
     * @throws InvalidInputException if it is negative or rises somewhere
     */
    void requireUtility(double most) {
        Utility utility = households.utility();
        if (utility.least() == Double.NEGATIVE_INFINITY) {
            return;
        }
        double before = Double.POSITIVE_INFINITY;
        for (double c = 1e-9 * most; c <= most; c *= 1.5) {
            double slope = utility.marginal(utility.least() + c);
            if (!(slope >= 0 && slope <= before)) {
                throw InvalidInputException.because(
                        "utility",
                        "utility must increase in consumption at a falling slope, was " + utility + ", whose slope at "
                                + (float) (utility.least() + c) + " is " + slope);
            }
            before = slope;
        }
    }
}
