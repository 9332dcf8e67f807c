package org.mfg.solvers.krylov;

/** A linear map on vectors of fixed length. */
@FunctionalInterface
public interface LinearOperator {

    /** Writes the image of x into y; the two are different arrays. */
    void apply(double[] x, double[] y);
}
