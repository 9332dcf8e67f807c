package org.mfg.solvers.finitedifferences;

/** The coefficients α_k(x) >= |H_{p_k}| of a Lax-Friedrichs scheme: half of α_k h_k is the viscosity that it adds along axis k. */
interface Dissipation {

    /** Those at a node, one for each axis. */
    double[] at(int node);

    /** What to throw where the drift on an axis is more than its coefficient. */
    RuntimeException tooSmall(int axis, double[] x, double[] q, double speed);
}
