package org.mfg.models.economy;

/**
 * Huggett's economy (M. Huggett, "The risk-free rate in heterogeneous-agent incomplete-insurance economies", J. Econ. Dyn. Control 17
 * (1993)) in continuous time (Achdou, Han, Lasry, Lions and Moll 2022, section 2): {@link Households} lend to each other, and the
 * market clears where wealth is 0 on the whole, Σ_k ∫ a m_k da = 0.
 */
public final class HuggettGame extends Economy {

    /** The economy with its defaults. */
    public HuggettGame() {
        super(Economy.builder("huggett")
                .description("households that lend to each other (Huggett 1993); mfg clear finds the interest rate")
                .discount(0.05)
                .utility(HouseholdParameters.crra(2))
                .incomes(HouseholdParameters.twoIncomes(0.1, 0.2, 1.2, 1.2))
                .wealth(-0.15, 5, 1)
                .interestRate(0.03)
                .lending());
    }
}
