package org.mfg.models.economy;

/**
 * The wealth distribution of Aiyagari's economy (S. R. Aiyagari, "Uninsured idiosyncratic risk and aggregate saving", Q. J. Econ. 109
 * (1994)) in continuous time (Achdou, Han, Lasry, Lions and Moll, "Income and wealth distribution in macroeconomics", Rev. Econ. Stud. 89
 * (2022), section 4; the defaults are those of the program that the authors publish with it, but for a smaller box): {@link Households} lend their wealth to
 * a firm that produces Y = A K^α L^(1-α), capital wears off at the rate δ, and both are paid what they add,
 *
 * <pre>
 *   r = α A (K/L)^(α-1) - δ,   w = (1 - α) A (K/L)^α,   K = Σ_k ∫ a m_k da,   L = E z.
 * </pre>
 *
 * <p>The game is that of households at a given r; its market is that of capital.
 */
public final class AiyagariGame extends Economy {

    /** The economy with its defaults. */
    public AiyagariGame() {
        super(Economy.builder("aiyagari")
                .description(
                        "households that save against shocks to their income, and a firm (Aiyagari 1994); mfg clear finds the interest rate")
                .discount(0.05)
                .utility(HouseholdParameters.crra(2))
                .incomes(HouseholdParameters.twoIncomes(1, 2, 1.0 / 3, 1.0 / 3))
                .wealth(0, 2, 1)
                .interestRate(0.04)
                .firm(0.1, 1.0 / 3, 0.05));
    }
}
