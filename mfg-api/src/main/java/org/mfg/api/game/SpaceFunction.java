package org.mfg.api.game;

/** A function of the position, for example a terminal cost or an initial density. */
@FunctionalInterface
public interface SpaceFunction {

    /**
     * The value at x.
     *
     * @param x the position, d entries; not to be kept or changed
     */
    double at(double[] x);
}
