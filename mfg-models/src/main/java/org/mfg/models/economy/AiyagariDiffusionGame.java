package org.mfg.models.economy;

/**
 * Aiyagari's economy with a productivity that diffuses (Achdou, Han, Lasry, Lions and Moll 2022, section 4.4): households whose wealth a
 * follows da = (w z + r a - c) dt, a >= a_min, without noise, and whose productivity z reverts to its mean 1,
 *
 * <pre>
 *   dz = θ (1 - z) dt + σ dB, reflected at the ends of [z_min, z_max]:   D = 0 along a, σ²/2 along z.
 * </pre>
 *
 * <p>The firm and the market are those of {@link AiyagariGame}.
 */
public final class AiyagariDiffusionGame extends Economy {

    /** The economy with its defaults. */
    public AiyagariDiffusionGame() {
        super(Economy.builder("aiyagari-diffusion")
                .description("households whose income diffuses, and a firm; mfg clear finds the interest rate")
                .discount(0.05)
                .utility(HouseholdParameters.crra(2))
                .incomes(HouseholdParameters.diffusion(0.5, 1.5, 0.3, 0.1))
                .wealth(-1, 30, 1)
                .interestRate(0.04)
                .firm(1, 0.35, 0.1)
                .nodes(100, 40));
    }
}
