package org.mfg.api.spi;

import java.util.List;
import java.util.Optional;
import org.mfg.api.game.MeanFieldGame;

/** Makes a game, and says on which grid to play it unless the user asks for another. */
public interface GameProvider extends Provider<MeanFieldGame> {

    /** The nodes of each axis, or one number for all axes. */
    int[] defaultNodes();

    /** The number of time steps. */
    int defaultSteps();

    /**
     * What H, F, f, g, G and m0 are in this game, for reports: equations in plain text in the names of the parameters, for
     * example {@code F[m] = lambda m^gamma}. None unless overridden.
     *
     * @param parameters the game's parameters, for terms that are there for some values only
     */
    default List<String> equations(Parameters parameters) {
        return List.of();
    }

    /** The market that sets parameters of the game, its prices; none unless overridden. */
    default Optional<Market> market() {
        return Optional.empty();
    }
}
