package org.mfg.solvers.linalg;

/**
 * Systems on a grid in the plane or in space by elimination in the order of a {@link Dissection}, without pivoting, as for {@link Tridiagonal}.
 *
 * <p>Memory: {@link Dissection#numbers()} a slice, allocated when it is first factorised.
 */
public final class DissectedSystems implements SliceSystems {
    private final Dissection order;
    private final DissectedElimination[] factors;

    /** Room for a number of slices. */
    public DissectedSystems(int slices, Dissection order) {
        this.order = order;
        factors = new DissectedElimination[slices];
    }

    @Override
    public void factorize(int slice, StencilMatrix matrix) {
        if (factors[slice] == null) {
            factors[slice] = new DissectedElimination(order);
        }
        factors[slice].factorize(matrix);
    }

    @Override
    public void solve(int slice, double[] b, int offset) {
        factors[slice].solve(b, offset);
    }

    @Override
    public void solveTransposed(int slice, double[] b, int offset) {
        factors[slice].solveTransposed(b, offset);
    }
}
