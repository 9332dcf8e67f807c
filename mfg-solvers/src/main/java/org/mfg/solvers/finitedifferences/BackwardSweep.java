package org.mfg.solvers.finitedifferences;

import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * The nonlinear backward sweep: at each level from the last to the first, Newton's method on the slice equation
 *
 * <pre>
 *   (1 + rΔt) u - u_next + Δt (-ν Δ_h u + g(Du, m_next) - cost_next) = 0.
 * </pre>
 *
 * <p>For a convex monotone g this is Howard's policy iteration: it converges from any start, monotonically after the
 * first step, and faster than linearly (Bokanowski, Maroso and Zidani 2009).
 */
final class BackwardSweep implements SliceNewton.Equation {
    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final SliceNewton newton;
    private final Costs costs;
    private final TimeGrid time;
    private final double discount;

    private double[] cost = new double[0];
    private final LevelGuess guess;
    private double[] u;
    private double[] m;
    private int at;
    /** rΔt of the step. */
    private double discounting;

    BackwardSweep(
            Mesh mesh, ParallelAssembly assembly, Costs costs, TimeGrid time, double discount, SliceSystems oneSlice) {
        this.mesh = mesh;
        this.assembly = assembly;
        this.costs = costs;
        this.time = time;
        this.discount = discount;
        u = cost;
        m = cost;
        newton = new SliceNewton(mesh, assembly, oneSlice);
        guess = new LevelGuess(mesh, assembly);
    }

    /**
     * Solves for u.
     *
     * @param u on entry a guess, of which the change over each step is used; on return the solution
     */
    void solve(double[] m, double[] u) {
        int n = mesh.size;
        int steps = time.steps();
        this.m = m;
        this.u = u;
        guess.begin(u, steps * n);
        costs.endWith(m, u);
        cost = costs.running(m);
        for (int j = steps - 1; j >= 0; j--) {
            int at = j * n;
            guess.make(u, at);
            for (int k = 0; k < mesh.fixed.length; k++) {
                u[at + mesh.fixed[k]] = mesh.fixedValue[k];
            }
            this.at = at;
            discounting = discount * time.step(j);
            newton.solve(j, u, at, this);
        }
    }

    @Override
    public void linearize(double[] residual, StencilMatrix jacobian) {
        int next = at + mesh.size;
        assembly.linearize(u, at, next, m, cost, next, residual, 0, jacobian);
        Discounting.addTo(residual, 0, discounting, u, at, mesh);
        Discounting.addTo(jacobian, discounting);
    }
}
