package org.mfg.api.spi;

import org.mfg.api.game.MeanFieldGame;

/** Makes a game, and says on which grid to play it unless the user asks for another. */
public interface GameProvider extends Provider<MeanFieldGame> {

    /** The nodes of each axis, or one number for all axes. */
    int[] defaultNodes();

    /** The number of time steps. */
    int defaultSteps();
}
