package org.mfg.solvers.calibration;

/** What was observed of a crowd: {@link DensityObservations}, {@link QuantityObservations}, {@link PositionObservations}. */
public interface Observations {

    /** How many there are. */
    int count();

    /** Whether their errors are known, in size; if not, they are alike, of a deviation that a fit finds. */
    boolean haveKnownErrors();

    /** How far they are from what an equilibrium predicts. */
    Misfit at(Prediction here);
}
