package org.mfg.solvers.finitedifferences;

import org.mfg.api.NumericalFailureException;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/** Newton's method on the Hamilton-Jacobi-Bellman equation of one time slice. */
final class SliceNewton {
    /** A slice is solved once a Newton step is this small against max(1, max |u|): the next would be its square. */
    private static final double STEP_TOLERANCE = 1e-10;

    private static final int MAX_STEPS = 100;

    private final ParallelAssembly assembly;
    private final StencilMatrix matrix;
    private final SliceSystems system;
    private final double[] step;
    private final double[] largestStep;
    private final double[] largest;
    private final ParallelAssembly.NumberedRangeTask subtractStep = this::subtractStep;
    private double[] u;
    private int at;

    /** The equation of a slice, at what u is when it is asked. */
    @FunctionalInterface
    interface Equation {
        /** Writes the residual and its Jacobian. */
        void linearize(double[] residual, StencilMatrix jacobian);
    }

    /** @param system room for one slice */
    SliceNewton(Mesh mesh, ParallelAssembly assembly, SliceSystems system) {
        this.assembly = assembly;
        this.system = system;
        matrix = new StencilMatrix(mesh.size, mesh.sides);
        step = new double[mesh.size];
        u = step;
        largestStep = new double[assembly.ranges()];
        largest = new double[assembly.ranges()];
    }

    /**
     * Solves for the slice of u that begins at {@code at}, from what it holds.
     *
     * @param level the time level, for complaints
     * @throws NumericalFailureException if u ceases to be finite, or there is no solution after many steps
     */
    void solve(int level, double[] u, int at, Equation equation) {
        this.u = u;
        this.at = at;
        for (int k = 0; k < MAX_STEPS; k++) {
            equation.linearize(step, matrix);
            system.factorize(0, matrix);
            system.solve(0, step, 0);
            assembly.eachRange(subtractStep);
            double change = max(largestStep);
            if (!(change <= Double.MAX_VALUE)) {
                throw new NumericalFailureException(
                        "Hamilton-Jacobi-Bellman", level, firstNotFinite(step), "the value function is not finite");
            }
            if (change <= STEP_TOLERANCE * Math.max(1, max(largest))) {
                return;
            }
        }
        throw new NumericalFailureException(
                "Hamilton-Jacobi-Bellman", level, 0, "no solution after " + MAX_STEPS + " Newton steps");
    }

    private void subtractStep(int range, int from, int to) {
        double change = 0;
        double size = 0;
        for (int i = from; i < to; i++) {
            u[at + i] -= step[i];
            change = Math.max(change, Math.abs(step[i]));
            size = Math.max(size, Math.abs(u[at + i]));
        }
        largestStep[range] = change;
        largest[range] = size;
    }

    /** The largest entry; not a number if one is not. */
    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    private static int firstNotFinite(double[] v) {
        int i = 0;
        while (i < v.length - 1 && Double.isFinite(v[i])) {
            i++;
        }
        return i;
    }
}
