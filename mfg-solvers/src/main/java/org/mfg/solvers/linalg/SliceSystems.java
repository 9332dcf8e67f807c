package org.mfg.solvers.linalg;

/**
 * The factorised matrices of a number of time slices, each an M-matrix with unit row sums or larger. Right-hand sides
 * and solutions are slices of flat arrays. An instance owns its work arrays: one thread at a time.
 */
public interface SliceSystems {

    /** Factorises the matrix of one slice; the matrix may be overwritten afterwards. */
    void factorize(int slice, StencilMatrix matrix);

    /** Solves S x = b for one slice in place: n entries of {@code b} from {@code offset}. */
    void solve(int slice, double[] b, int offset);

    /** Solves Sᵀ x = b for one slice in place. */
    void solveTransposed(int slice, double[] b, int offset);

    /** From now on leaves at most this of a right-hand side, where systems are solved by iterations; direct ones do not care. */
    default void solveTo(double tolerance) {}
}
