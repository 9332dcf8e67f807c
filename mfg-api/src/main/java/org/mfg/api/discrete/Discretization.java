package org.mfg.api.discrete;

import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** A way to turn a continuous game into a discrete one. */
public interface Discretization {

    /**
     * The discrete game on the given grids.
     *
     * @throws org.mfg.api.InvalidInputException if the game's data are not valid on this grid (a density that is
     *     negative, not finite or has no mass, a cost that is not finite) or this discretisation cannot treat the game
     */
    DiscreteGame discretize(MeanFieldGame game, Grid grid, TimeGrid time);

    /** The order of the errors in h and Δt (of the same size) where the solution is smooth. */
    default int order() {
        return 1;
    }
}
