package org.mfg.solvers.calibration;

import org.mfg.api.discrete.DiscreteGame;

/** A discrete game that depends on several numbers. */
@FunctionalInterface
public interface GamesOfParameters {

    /**
     * The game for values of the free parameters, in their order.
     *
     * @throws org.mfg.api.InvalidInputException if there is none
     */
    DiscreteGame at(double[] values);
}
