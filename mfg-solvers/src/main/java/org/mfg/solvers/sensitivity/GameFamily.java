package org.mfg.solvers.sensitivity;

import org.mfg.api.discrete.DiscreteGame;

/** A discrete game that depends on a number θ. */
@FunctionalInterface
public interface GameFamily {

    /**
     * The game for a value of θ: the same nodes and time steps for all, though they may lie elsewhere where the domain or the horizon depends on θ.
     *
     * @throws org.mfg.api.InvalidInputException if there is none
     */
    DiscreteGame at(double value);
}
