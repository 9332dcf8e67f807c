package org.mfg.solvers.krylov;

/** A linear map on vectors of fixed length. */
@FunctionalInterface
public interface LinearOperator {

    /** Writes the image of x into y; the two are different arrays. */
    void apply(double[] x, double[] y);

    /** The same, but y may be off by this relative tolerance, where that is less work. */
    default void apply(double[] x, double[] y, double tolerance) {
        apply(x, y);
    }
}
