package org.mfg.solvers.calibration;

import org.mfg.api.discrete.DiscreteGame;

/** What was observed of a crowd: {@link DensityObservations}, {@link QuantityObservations}, {@link PositionObservations}. */
public interface Observations {

    /** How many there are. */
    int count();

    /** Whether their errors are known, in size; if not, they are alike, of a deviation that a fit finds. */
    boolean haveKnownErrors();

    /** How far they are from the equilibrium (u, m) of a game. */
    Misfit at(DiscreteGame game, double[] u, double[] m);
}
