package org.mfg.api.game;

/** A function of time and position, for example a running cost. */
@FunctionalInterface
public interface SpaceTimeFunction {

    /**
     * The value at (t, x).
     *
     * @param t the time
     * @param x the position, d entries; not to be kept or changed
     */
    double at(double t, double[] x);
}
