package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;

/**
 * What households are paid, and what the state takes and gives, per unit of time: a household that works l hours of productivity z with wealth a saves
 *
 * <pre>
 *   da/dt = (1 - τ_l) w z l + T + R(a) - c,     R(a) = (1 - τ_k) r a   for a >= 0 and r >= 0,
 *                                               R(a) = r a             for a >= 0 and r < 0,
 *                                               R(a) = (r + κ) a       for a < 0: a rate κ higher for those who owe.
 * </pre>
 *
 * @param interestRate r
 * @param wage w > 0
 * @param borrowingWedge κ >= 0
 * @param labourTax τ_l < 1
 * @param capitalTax τ_k < 1, on interest received
 * @param transfer T, to everybody; negative for a lump-sum tax
 */
public record Budget(
        double interestRate, double wage, double borrowingWedge, double labourTax, double capitalTax, double transfer) {

    /** Checks that there is a wage, and something left of it. */
    public Budget {
        require(wage > 0, "wage", "be > 0", wage);
        require(borrowingWedge >= 0, "borrowing-wedge", "be >= 0", borrowingWedge);
        require(labourTax < 1, "labour-tax", "be < 1", labourTax);
        require(capitalTax < 1, "capital-tax", "be < 1", capitalTax);
    }

    private static void require(boolean holds, String field, String rule, double value) {
        if (!holds) {
            throw InvalidInputException.of(field, rule, value);
        }
    }

    /** Without a state, and with one interest rate for all. */
    public static Budget of(double interestRate, double wage) {
        return new Budget(interestRate, wage, 0, 0, 0, 0);
    }

    /** The same with another borrowing wedge κ. */
    public Budget withBorrowingWedge(double wedge) {
        return new Budget(interestRate, wage, wedge, labourTax, capitalTax, transfer);
    }

    /** The same with other taxes τ_l on labour and τ_k on interest. */
    public Budget withTaxes(double onLabour, double onCapital) {
        return new Budget(interestRate, wage, borrowingWedge, onLabour, onCapital, transfer);
    }

    /** The same with another transfer T. */
    public Budget withTransfer(double amount) {
        return new Budget(interestRate, wage, borrowingWedge, labourTax, capitalTax, amount);
    }

    /** What an hour of productivity z pays after taxes. */
    double pay(double z) {
        return (1 - labourTax) * (wage * z);
    }

    /** R(a) + T. */
    double unearned(double a) {
        return interest(a) + transfer;
    }

    private double interest(double a) {
        return a < 0
                ? (interestRate + borrowingWedge) * a
                : interestRate > 0 ? (1 - capitalTax) * (interestRate * a) : interestRate * a;
    }

    /** What the state takes of a household with wealth a that works l hours of productivity z. */
    double taxes(double a, double z, double l) {
        double interest = a > 0 && interestRate > 0 ? interestRate * a : 0;
        return labourTax * wage * z * l + capitalTax * interest;
    }
}
