package org.mfg.solvers.upwind;

import org.mfg.api.NumericalFailureException;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * The nonlinear backward sweep: at each level from the last to the first, Newton's method on the slice equation
 *
 * <pre>
 *   u - u_next + Δt (-ν Δ_h u + g(Du, m_next) - cost_next) = 0.
 * </pre>
 *
 * <p>For a convex monotone g this is Howard's policy iteration: it converges from any start, monotonically after the
 * first step, and faster than linearly (Bokanowski, Maroso and Zidani 2009).
 */
final class BackwardSweep {
    /** A slice is solved once a Newton step is this small against max(1, max |u|): the next would be its square. */
    private static final double STEP_TOLERANCE = 1e-10;

    private static final int MAX_NEWTON_STEPS = 100;

    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final StencilMatrix matrix;
    private final SliceSystems system;
    private final Costs costs;
    private final int steps;
    private final double[] cost;
    private final double[] step;
    private final double[] oldNext;
    private final double[] largestStep;
    private final double[] largest;

    BackwardSweep(Mesh mesh, ParallelAssembly assembly, Costs costs, int steps, SliceSystems oneSlice) {
        this.mesh = mesh;
        this.assembly = assembly;
        this.costs = costs;
        this.steps = steps;
        cost = new double[(steps + 1) * mesh.size];
        matrix = new StencilMatrix(mesh.size, mesh.sides);
        system = oneSlice;
        step = new double[mesh.size];
        oldNext = new double[mesh.size];
        largestStep = new double[assembly.ranges()];
        largest = new double[assembly.ranges()];
    }

    /**
     * Solves for u.
     *
     * @param u on entry a guess, of which the change over each step is used; on return the solution
     */
    void solve(double[] m, double[] u) {
        int n = mesh.size;
        System.arraycopy(u, steps * n, oldNext, 0, n);
        costs.terminal(m, u);
        costs.running(m, cost);
        for (int j = steps - 1; j >= 0; j--) {
            int at = j * n;
            assembly.eachRange((range, from, to) -> guess(u, at, from, to));
            for (int k = 0; k < mesh.fixed.length; k++) {
                u[at + mesh.fixed[k]] = mesh.fixedValue[k];
            }
            solveSlice(j, u, m);
        }
    }

    /** Adds the change that the guess had over the time step to what is known of the step's end. */
    private void guess(double[] u, int at, int from, int to) {
        for (int i = from; i < to; i++) {
            double old = u[at + i];
            u[at + i] = old + u[at + mesh.size + i] - oldNext[i];
            oldNext[i] = old;
        }
    }

    private void solveSlice(int j, double[] u, double[] m) {
        int n = mesh.size;
        int at = j * n;
        for (int k = 0; k < MAX_NEWTON_STEPS; k++) {
            assembly.residual(u, at, at + n, m, cost, at + n, step, 0);
            assembly.jacobian(u, at, m, at + n, matrix);
            system.factorize(0, matrix);
            system.solve(0, step, 0);
            assembly.eachRange((range, from, to) -> subtractStep(u, at, range, from, to));
            double change = max(largestStep);
            if (!(change <= Double.MAX_VALUE)) {
                throw new NumericalFailureException(
                        "Hamilton-Jacobi-Bellman", j, firstNotFinite(step), "the value function is not finite");
            }
            if (change <= STEP_TOLERANCE * Math.max(1, max(largest))) {
                return;
            }
        }
        throw new NumericalFailureException(
                "Hamilton-Jacobi-Bellman", j, 0, "no solution after " + MAX_NEWTON_STEPS + " Newton steps");
    }

    private void subtractStep(double[] u, int at, int range, int from, int to) {
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
