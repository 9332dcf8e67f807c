package org.mfg.api.discrete;

/** A value function and a density on the same grids, such as an equilibrium: fields of a {@link DiscreteGame}. */
public interface Fields {

    /** The value function, a field. */
    double[] u();

    /** The density, a field. */
    double[] m();
}
