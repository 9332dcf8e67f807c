package org.mfg.api.spi;

import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;

/** Makes a discretisation. */
public interface DiscretizationProvider extends Provider<Discretization> {

    /** The memory that a discrete game takes, with a linearisation: ten fields on a line and fifteen elsewhere unless the discretisation knows better. */
    default MemoryNeed memory(Parameters parameters, MeanFieldGame game, Grid grid) {
        return MemoryNeed.of(grid.dimension() == 1 ? 10 : 15);
    }
}
