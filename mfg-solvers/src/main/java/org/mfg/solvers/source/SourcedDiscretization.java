package org.mfg.solvers.source;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * A discretisation whose Fokker-Planck equation has a source, ∂t m - ν Δm - div(m H_p) = s(t, x), taken at the end of each time
 * step. Games of interest have none: it makes manufactured solutions exact. Made of the waist alone, so it does for every
 * scheme and leaves their conservation of mass as it is.
 *
 * @param discretization the discretisation without the source
 * @param source s(t, x); 0 at exits whatever it says
 */
public record SourcedDiscretization(Discretization discretization, SpaceTimeFunction source) implements Discretization {

    @Override
    public DiscreteGame discretize(MeanFieldGame game, Grid grid, TimeGrid time) {
        return new SourcedGame(this, game, grid, time);
    }
}
