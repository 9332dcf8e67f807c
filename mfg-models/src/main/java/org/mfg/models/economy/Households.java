package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.States;

/**
 * Households that live for ever, earn one of two incomes and cannot borrow beyond a limit, at a given interest rate and wage:
 *
 * <pre>
 *   ρ V_k = max over c of U(c) + V_k'(a) (w z_k + r a - c) + λ_k (V_-k - V_k),   a >= a_min,   U(c) = c^(1-γ)/(1-γ)
 *   0 = -(s_k m_k)' - λ_k m_k + λ_-k m_-k,   s_k(a) = w z_k + r a - c_k(a)
 * </pre>
 *
 * <p>as the discounted stationary mean field game of u = -V on the states (a, k), without viscosity, with a state constraint at
 * both ends. No household minds what the others do but for prices; those are given here.
 *
 * @param discount ρ > 0, the rate of time preference
 * @param riskAversion γ > 0
 * @param low z_1 > 0, the productivity in the low state
 * @param high z_2 > z_1, in the high state
 * @param up λ_1 > 0, the rate from low to high
 * @param down λ_2 > 0, the rate from high to low
 * @param minWealth a_min, the borrowing limit
 * @param maxWealth the upper end of wealth, above which nobody saves
 * @param grading the power by which nodes crowd at the limit; 1 for even ones
 */
public record Households(
        double discount,
        double riskAversion,
        double low,
        double high,
        double up,
        double down,
        double minWealth,
        double maxWealth,
        double grading) {

    /** Consumption is sought up to this multiple of the largest cash flow. */
    private static final double CONSUMPTION_BOUND = 1000;

    /** Checks that incomes and wealth are in order. */
    public Households {
        if (!(high > low)) {
            throw InvalidInputException.of("high", "be above the low productivity " + low, high);
        }
        if (!(maxWealth > minWealth)) {
            throw InvalidInputException.of("max-wealth", "be above the least wealth " + minWealth, maxWealth);
        }
    }

    /** The mean productivity in the long run, the labour supply L. */
    public double labour() {
        return (down * low + up * high) / (up + down);
    }

    /** What they earn by the number of the state. */
    Earnings earnings(double wage) {
        return Earnings.of(wage * low, wage * high);
    }

    /**
     * The game at given prices.
     *
     * @param name its name
     * @param interestRate r
     * @param wage w > 0
     * @throws InvalidInputException if the poorest cannot pay the interest on what they owe
     */
    public MeanFieldGame game(String name, double interestRate, double wage) {
        requireIncome(wage * low, interestRate, minWealth, maxWealth);
        double most = wage * high + Math.max(interestRate * maxWealth, interestRate * minWealth);
        return MeanFieldGame.builder(name)
                .domain(Domain.of(
                        HouseholdParameters.wealth(minWealth, maxWealth, grading),
                        Axis.states("income", States.two("low", "high", up, down))))
                .forever()
                .discount(discount)
                .viscosity(0)
                .hamiltonian(new SavingsHamiltonian(
                        interestRate, earnings(wage), riskAversion, CONSUMPTION_BOUND * most))
                .build();
    }

    /** Complains if the lowest income does not pay the interest on what somebody owes. */
    static void requireIncome(double lowest, double interestRate, double minWealth, double maxWealth) {
        if (!(lowest + Math.min(interestRate * minWealth, interestRate * maxWealth) > 0)) {
            throw InvalidInputException.of(
                    "interest-rate",
                    "leave every household an income after interest, w z + r a > 0 for all a from min-wealth to max-wealth",
                    interestRate);
        }
    }
}
