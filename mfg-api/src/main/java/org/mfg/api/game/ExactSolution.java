package org.mfg.api.game;

/**
 * A known equilibrium of a game, to measure solvers against. Of a stationary game it is asked at the two ends of its time step:
 * see {@link MeanFieldGame}.
 */
public interface ExactSolution {

    /** The value function u(t, x). */
    double value(double t, double[] x);

    /** The density m(t, x). */
    double density(double t, double[] x);
}
