package org.mfg.models.game;

/** A stationary game with discounted costs and an exact solution; see {@link PotentialSolution}. */
public final class DiscountedPotentialGame extends PotentialGame {

    /** The provider. */
    public DiscountedPotentialGame() {
        super(1, true);
    }

    @Override
    public String name() {
        return "discounted-potential";
    }

    @Override
    public String description() {
        return "a stationary game with discounted costs and an exact solution";
    }
}
