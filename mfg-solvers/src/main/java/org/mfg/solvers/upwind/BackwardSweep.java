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
            for (int i = 0; i < n; i++) {
                double old = u[at + i];
                u[at + i] = old + u[at + n + i] - oldNext[i];
                oldNext[i] = old;
            }
            for (int e = 0; e < mesh.exits.length; e++) {
                u[at + mesh.exits[e]] = mesh.exitCost[e];
            }
            solveSlice(j, u, m);
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
            double largestStep = 0;
            double largest = 1;
            for (int i = 0; i < n; i++) {
                u[at + i] -= step[i];
                largestStep = Math.max(largestStep, Math.abs(step[i]));
                largest = Math.max(largest, Math.abs(u[at + i]));
            }
            if (!(largestStep <= Double.MAX_VALUE)) {
                throw new NumericalFailureException(
                        "Hamilton-Jacobi-Bellman", j, firstNotFinite(step), "the value function is not finite");
            }
            if (largestStep <= STEP_TOLERANCE * largest) {
                return;
            }
        }
        throw new NumericalFailureException(
                "Hamilton-Jacobi-Bellman", j, 0, "no solution after " + MAX_NEWTON_STEPS + " Newton steps");
    }

    private static int firstNotFinite(double[] v) {
        int i = 0;
        while (i < v.length - 1 && Double.isFinite(v[i])) {
            i++;
        }
        return i;
    }
}
