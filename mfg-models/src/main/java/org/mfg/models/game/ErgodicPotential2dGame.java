package org.mfg.models.game;

/** A stationary game with its ergodic constant in closed form, in the plane; see {@link PotentialSolution}. */
public final class ErgodicPotential2dGame extends PotentialGame {

    /** The provider. */
    public ErgodicPotential2dGame() {
        super(2, false);
    }

    @Override
    public String name() {
        return "ergodic-potential-2d";
    }

    @Override
    public String description() {
        return "a stationary game with its ergodic constant in closed form, in the plane";
    }
}
