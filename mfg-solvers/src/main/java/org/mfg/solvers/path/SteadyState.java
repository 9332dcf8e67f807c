package org.mfg.solvers.path;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.game.SpaceSamples;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.Parameters;

/**
 * An economy at rest.
 *
 * @param parameters of the game, with the prices
 * @param game the stationary game
 * @param equilibrium its equilibrium
 */
public record SteadyState(Parameters parameters, DiscreteGame game, Equilibrium equilibrium) {

    /** Its value function and density, one level each. */
    StationaryEquilibrium fields() {
        return StationaryEquilibrium.of(equilibrium);
    }

    SpaceFunction density() {
        return samples(fields().m());
    }

    SpaceFunction value() {
        return samples(fields().u());
    }

    /** A function that has the given values at the nodes. */
    private SpaceFunction samples(double[] values) {
        Grid grid = game.grid();
        int[] nodes = new int[grid.dimension()];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = grid.nodes(k);
        }
        return SpaceSamples.of(grid.domain(), values, nodes);
    }
}
