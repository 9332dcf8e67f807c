package org.mfg.solvers.krylov;

import java.util.function.DoubleConsumer;

/** A linear map on vectors of fixed length. */
@FunctionalInterface
public interface LinearOperator {

    /** Writes the image of x into y; the two are different arrays. */
    void apply(double[] x, double[] y);

    /** The same, but y may be off by this relative tolerance, where that is less work. */
    default void apply(double[] x, double[] y, double tolerance) {
        apply(x, y);
    }

    /** A product that solves systems on the way, as exactly as it is asked to. */
    static LinearOperator inexact(DoubleConsumer setTolerance, LinearOperator product) {
        return new LinearOperator() {
            @Override
            public void apply(double[] x, double[] y) {
                product.apply(x, y);
            }

            @Override
            public void apply(double[] x, double[] y, double tolerance) {
                setTolerance.accept(tolerance);
                product.apply(x, y);
            }
        };
    }
}
