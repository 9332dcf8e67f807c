package org.mfg.api.game;

/** A known equilibrium of a game, to measure solvers against. */
public interface ExactSolution {

    /** The value function u(t, x). */
    double value(double t, double[] x);

    /** The density m(t, x). */
    double density(double t, double[] x);
}
