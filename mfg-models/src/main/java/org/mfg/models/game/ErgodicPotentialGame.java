package org.mfg.models.game;

/** A stationary game with its ergodic constant in closed form; see {@link PotentialSolution}. */
public final class ErgodicPotentialGame extends PotentialGame {

    /** The provider. */
    public ErgodicPotentialGame() {
        super(1, false);
    }

    @Override
    public String name() {
        return "ergodic-potential";
    }

    @Override
    public String description() {
        return "a stationary game with its ergodic constant in closed form";
    }
}
