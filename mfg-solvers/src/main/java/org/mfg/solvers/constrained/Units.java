package org.mfg.solvers.constrained;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;

/**
 * What a density and a cost of ordinary size are in a game, so that ε means the same in all: agents spread evenly, and the kinetic cost of
 * crossing the domain in the time there is, or where noise crosses it sooner that of going against it.
 *
 * @param density 1/volume
 * @param costRate (diameter/T)², at least ν/T with the largest diffusion at the beginning
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
        double costRate = Math.max(square / (horizon * horizon), largestDiffusion(game) / horizon);
        return new Units(1 / volume, costRate, horizon);
    }

    private static double largestDiffusion(DiscreteGame game) {
        Grid grid = game.grid();
        double[] x = new double[grid.dimension()];
        double largest = 0;
        for (int i = 0; i < grid.size(); i++) {
            grid.position(i, x);
            for (int k = 0; k < grid.domain().positionAxes(); k++) {
                largest = Math.max(largest, game.game().diffusion().at(0, x, k));
            }
        }
        return largest;
    }

    /** The gap of a pressure that is a cost all over the place and the whole time. */
    double gapOf(double cost) {
        return cost * density / horizon;
    }

    /** The stage of a strictness ε; a barrier never falls below the last one. */
    Stage stage(double strictness, double lastBarrier) {
        double softness = strictness * density / (costRate * horizon);
        return new Stage(strictness, softness, Math.max(lastBarrier, strictness * density * costRate));
    }
}
