package org.mfg.solvers.constrained;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;

/**
 * What a density and a cost of ordinary size are in a game, so that ε means the same in all: agents spread evenly, and the kinetic cost of
 * crossing the domain in the time there is.
 *
 * @param density 1/volume
 * @param costRate (diameter/T)²
 * @param horizon T
 */
record Units(double density, double costRate, double horizon) {

    static Units of(DiscreteGame game) {
        double volume = 0;
        for (int i = 0; i < game.space().size(); i++) {
            volume += game.space().weight(i);
        }
        Grid grid = game.grid();
        Domain domain = grid.domain();
        double square = 0;
        for (int k = 0; k < domain.positionAxes(); k++) {
            double length = domain.axis(k).length();
            square += length * length;
        }
        double horizon = game.time().horizon();
        return new Units(1 / volume, square / (horizon * horizon), horizon);
    }

    /** The stage of a strictness ε; a barrier never falls below the last one. */
    Stage stage(double strictness, double lastBarrier) {
        double softness = strictness * density / (costRate * horizon);
        return new Stage(strictness, softness, Math.max(lastBarrier, strictness * density * costRate));
    }
}
