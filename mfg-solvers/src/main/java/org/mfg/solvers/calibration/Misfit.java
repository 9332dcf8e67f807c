package org.mfg.solvers.calibration;

import org.mfg.solvers.sensitivity.ClearedTangent;

/**
 * How far observations are from an equilibrium: residuals r whose sum of squares is to be small. With the Jacobian A that {@link #information} gives, AᵀA is Fisher's information.
 */
public interface Misfit {

    /** r, what was observed less what is predicted, in standard deviations where these are known. */
    double[] residuals();

    /** -dr/dθ along a tangent. */
    double[] derivatives(ClearedTangent tangent);

    /** The column of A along a tangent; {@link #derivatives} unless r is a root of a likelihood. */
    default double[] information(ClearedTangent tangent) {
        return derivatives(tangent);
    }

    /** By how much another misfit of the same data on the same grid predicts more than this one, a change that weighs as {@link #information} does. */
    default double[] to(Misfit other) {
        double[] change = residuals().clone();
        double[] left = other.residuals();
        for (int i = 0; i < change.length; i++) {
            change[i] -= left[i];
        }
        return change;
    }

    /** What each agent contributes to the derivative of the log-likelihood, if several observations are of one; else empty. */
    default double[] scores(ClearedTangent tangent) {
        return new double[0];
    }

    /** Numbers that are standard normal if the fit is right, but for what was fitted, one for each observation; empty if those are the residuals. */
    default double[] normalScores() {
        return new double[0];
    }
}
