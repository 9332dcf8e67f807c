package org.mfg.solvers.upwind;

import java.util.Arrays;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * The value function of the best response to a stationary crowd: Newton's method on
 *
 * <pre>
 *   ergodic:     ρ + N(u) = 0,  Σ w m u = 0        N(u) = -ν Δ_h u + g(Du, m) - f - F[m]
 *   discounted:  r u + N(u) = 0
 * </pre>
 *
 * <p>which for the convex g is Howard's policy iteration: each step takes the long-run cost of a policy, and the policy that is best
 * given that cost (Howard 1960).
 */
final class StationaryValue {
    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final ParallelAssembly mixing;
    private final double mixingTime;
    private final Costs costs;
    private final RecurrentSystems systems;
    private final SliceNewton ergodic;
    private final SliceNewton discounted;
    private final double[] cost;

    /**
     * @param assembly of the game's time step
     * @param mixing of the long time step τ
     * @param systems for the ergodic equation
     * @param oneStep room for one slice, for the discounted one
     */
    StationaryValue(
            Mesh mesh,
            ParallelAssembly assembly,
            ParallelAssembly mixing,
            double mixingTime,
            Costs costs,
            RecurrentSystems systems,
            SliceSystems oneStep) {
        this.mesh = mesh;
        this.assembly = assembly;
        this.mixing = mixing;
        this.mixingTime = mixingTime;
        this.costs = costs;
        this.systems = systems;
        ergodic = new SliceNewton(mesh, mixing, systems);
        discounted = new SliceNewton(mesh, assembly, oneStep);
        cost = new double[2 * mesh.size];
    }

    /** Solves the ergodic equation from the guess in u: its levels become u + ρ and u. */
    void solveErgodic(double[] m, double[] u) {
        int n = mesh.size;
        prepare(m, u);
        ergodic.solve(0, u, 0, new SliceNewton.Equation() {
            @Override
            public void residual(double[] out) {
                mixing.residual(u, 0, 0, m, cost, n, out, 0);
                double mean = systems.mean(u, 0);
                for (int i = 0; i < n; i++) {
                    out[i] += mean;
                }
                clearFixed(out);
            }

            @Override
            public void jacobian(StencilMatrix out) {
                mixing.jacobian(u, 0, m, n, out);
            }
        });
        double constant = systems.mean(u, 0) / mixingTime;
        double mean = 0;
        double mass = 0;
        for (int i = 0; i < n; i++) {
            mean += mesh.weight[i] * m[n + i] * u[i];
            mass += mesh.weight[i] * m[n + i];
        }
        for (int i = 0; i < n; i++) {
            u[i] += (constant - mean) / mass;
            u[n + i] = u[i] - constant;
        }
        clearFixed(u);
    }

    /** Solves the discounted equation from the guess in u: its levels become u and 0. */
    void solveDiscounted(double[] m, double[] u) {
        int n = mesh.size;
        prepare(m, u);
        Arrays.fill(u, n, 2 * n, 0);
        discounted.solve(0, u, 0, new SliceNewton.Equation() {
            @Override
            public void residual(double[] out) {
                assembly.residual(u, 0, n, m, cost, n, out, 0);
            }

            @Override
            public void jacobian(StencilMatrix out) {
                assembly.jacobian(u, 0, m, n, out);
            }
        });
    }

    private void prepare(double[] m, double[] u) {
        costs.running(m, cost);
        clearFixed(u);
    }

    /** At walls u is 0, of both levels. */
    private void clearFixed(double[] u) {
        for (int at = 0; at < u.length; at += mesh.size) {
            for (int node : mesh.fixed) {
                u[at + node] = 0;
            }
        }
    }
}
