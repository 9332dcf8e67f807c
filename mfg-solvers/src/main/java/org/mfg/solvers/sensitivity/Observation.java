package org.mfg.solvers.sensitivity;

import org.mfg.api.discrete.DiscreteGame;

/** Numbers that are read off the fields of a game, linear in both. */
@FunctionalInterface
public interface Observation {

    /** The numbers, always as many. */
    double[] of(DiscreteGame game, double[] u, double[] m);
}
