package org.mfg.solvers.upwind;

import org.mfg.solvers.linalg.StencilMatrix;

/**
 * One time slice of the scheme: the residual of the Hamilton-Jacobi-Bellman equation and its Jacobian S = I + Δt A(u, m),
 * A v = -ν Δ_h v + Σ_s ∂g/∂q_s D_s v. At exits the rows of S are those of the identity.
 *
 * <p>Works on the nodes from ... to - 1 that it is asked for. An instance owns its work arrays: one thread at a time.
 *
 * <p>An off-diagonal of S is never positive and its rows sum to 1, or more beside an exit's column: an M-matrix.
 */
final class SliceAssembly {
    private final Mesh mesh;
    private final NumericalHamiltonian hamiltonian;
    private final double viscosity;
    private final double dt;
    private final double[] q;
    private final double[] slope;
    private final double[] mixed;
    private final double[] hessian;

    SliceAssembly(Mesh mesh, NumericalHamiltonian hamiltonian, double viscosity, double dt) {
        this.mesh = mesh;
        this.hamiltonian = hamiltonian;
        this.viscosity = viscosity;
        this.dt = dt;
        q = new double[mesh.sides];
        slope = new double[mesh.sides];
        mixed = new double[mesh.sides];
        hessian = new double[mesh.sides * mesh.sides];
    }

    /** Whether the Hessian of the numerical Hamiltonian has entries off its diagonal. */
    boolean couplesSides() {
        return hamiltonian.couplesSides();
    }

    /** Fills q with the one-sided differences of the slice of u at node i. */
    private void differences(double[] u, int at, int i) {
        double ui = u[at + i];
        for (int s = 0; s < q.length; s += 2) {
            q[s] = (ui - u[at + mesh.neighbour[s][i]]) * mesh.inverseSpacing[s][i];
            q[s + 1] = (u[at + mesh.neighbour[s + 1][i]] - ui) * mesh.inverseSpacing[s + 1][i];
        }
    }

    /**
     * Writes the residual u - next + Δt (-ν Δ_h u + g(Du, m) - cost) of one slice.
     *
     * @param uAt where the slice of u begins; the next level follows it
     * @param mAt where the slice of m, and of cost, begins
     */
    void residual(
            double[] u,
            int uAt,
            int nextAt,
            double[] m,
            double[] cost,
            int mAt,
            double[] r,
            int rAt,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            differences(u, uAt, i);
            double ui = u[uAt + i];
            double diffusion = 0;
            for (int s = 0; s < q.length; s++) {
                diffusion += mesh.laplace[s][i] * (u[uAt + mesh.neighbour[s][i]] - ui);
            }
            double g = hamiltonian.value(mesh.position[i], q, m[mAt + i]);
            r[rAt + i] = ui - u[nextAt + i] + dt * (g - viscosity * diffusion - cost[mAt + i]);
        }
    }

    /** Replaces the residual at the exits by that of their condition. */
    void residualAtExits(double[] u, int uAt, double[] r, int rAt) {
        for (int e = 0; e < mesh.exits.length; e++) {
            r[rAt + mesh.exits[e]] = u[uAt + mesh.exits[e]] - mesh.exitCost[e];
        }
    }

    /** Assembles S at the slice of u, with the densities of the slice of m. */
    void jacobian(double[] u, int uAt, double[] m, int mAt, StencilMatrix matrix, int from, int to) {
        for (int i = from; i < to; i++) {
            differences(u, uAt, i);
            hamiltonian.gradient(mesh.position[i], q, m[mAt + i], slope);
            row(i, matrix);
        }
    }

    /**
     * Assembles the Jacobian in m of the Fokker-Planck slice, before transposition: as {@link #jacobian} with the slope
     * ∂g/∂q + m ∂²g/∂q∂m.
     */
    void densityJacobian(double[] u, int uAt, double[] m, int mAt, StencilMatrix matrix, int from, int to) {
        for (int i = from; i < to; i++) {
            differences(u, uAt, i);
            double mi = m[mAt + i];
            hamiltonian.gradient(mesh.position[i], q, mi, slope);
            hamiltonian.mixedDerivative(mesh.position[i], q, mi, mixed);
            for (int s = 0; s < slope.length; s++) {
                slope[s] += mi * mixed[s];
            }
            row(i, matrix);
        }
    }

    /** The row of node i from its slopes. */
    private void row(int i, StencilMatrix matrix) {
        double diagonal = 1;
        for (int s = 0; s < slope.length; s++) {
            double outward = (s & 1) == 0 ? slope[s] : -slope[s];
            double c = -dt * (viscosity * mesh.laplace[s][i] + outward * mesh.inverseSpacing[s][i]);
            matrix.off[s][i] = c;
            diagonal -= c;
        }
        matrix.diagonal[i] = diagonal;
    }

    /** Writes ∂g/∂m of one slice. */
    void densityDerivative(double[] u, int uAt, double[] m, int mAt, double[] out) {
        for (int i = 0; i < mesh.size; i++) {
            differences(u, uAt, i);
            out[mAt + i] = hamiltonian.densityDerivative(mesh.position[i], q, m[mAt + i]);
        }
    }

    /** Stores w m ∂²g/∂q² of the time step whose slice of u begins at {@code uAt}. */
    void curvature(double[] u, int uAt, double[] m, int mAt, PolicyChange change) {
        change.clear(uAt);
        for (int i = 0; i < mesh.size; i++) {
            differences(u, uAt, i);
            double mi = m[mAt + i];
            hamiltonian.hessian(mesh.position[i], q, mi, hessian);
            change.store(uAt, i, mesh.weight[i] * mi, hessian);
        }
    }
}
