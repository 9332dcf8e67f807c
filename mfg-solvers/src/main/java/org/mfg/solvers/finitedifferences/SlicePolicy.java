package org.mfg.solvers.finitedifferences;

import org.mfg.api.grid.Grid;

/**
 * The policy of one slice: the drift a_k = -(∂g/∂q⁻_k + ∂g/∂q⁺_k) and its cost L = Σ_s ∂g/∂q_s q_s - g, at the one-sided differences q
 * that the scheme takes. Of the two parts of an upwind drift one is 0, but where u has a maximum, from which agents go both ways.
 *
 * <p>The scheme needs no differences at an exit, where u is given; here they are those towards the inside, on both sides.
 */
final class SlicePolicy {
    private final Grid grid;
    private final Mesh mesh;
    private final NumericalHamiltonian hamiltonian;
    /** By side and node, as are the slopes. */
    private final double[][] q;

    private final double[][] slope;
    private final double[] value;
    private final double[] node;
    private final double[] nodeSlope;

    SlicePolicy(Grid grid, Mesh mesh, NumericalHamiltonian hamiltonian) {
        this.grid = grid;
        this.mesh = mesh;
        this.hamiltonian = hamiltonian;
        q = new double[mesh.sides][mesh.size];
        slope = new double[mesh.sides][mesh.size];
        value = new double[mesh.size];
        node = new double[mesh.sides];
        nodeSlope = new double[mesh.sides];
    }

    /**
     * Adds a part of the policy to drift and cost, but in obstacles.
     *
     * @param t the time of the slice of m
     * @param uAt where the slice of u begins
     * @param given f + F[m]
     * @param mAt where the slice of m, and of the given cost, begins
     * @param part the factor of what is added
     * @param drift by axis and node
     * @param cost by node
     */
    void add(
            double t,
            double[] u,
            int uAt,
            double[] m,
            double[] given,
            int mAt,
            double part,
            double[][] drift,
            double[] cost) {
        mesh.differences(u, uAt, 0, mesh.size, q);
        for (int i : mesh.fixed) {
            for (int k = 0; k < drift.length; k++) {
                differencesAtExit(u, uAt, i, k);
            }
        }
        hamiltonian.values(t, mesh.position, 0, mesh.size, q, m, mAt, value, node);
        hamiltonian.gradients(t, mesh.position, 0, mesh.size, q, m, mAt, slope, node, nodeSlope);
        for (int i = 0; i < mesh.size; i++) {
            cost[i] += grid.isWall(i) ? 0 : part * (given[mAt + i] - value[i]);
        }
        for (int s = 0; s < mesh.sides; s++) {
            boolean hasLengths = !grid.domain().axis(s / 2).hasStates();
            for (int i = 0; i < mesh.size && hasLengths; i++) {
                // Where it is 0 the difference may be infinite: a side that a state constraint closes.
                if (slope[s][i] != 0 && !grid.isWall(i)) {
                    drift[s / 2][i] -= part * slope[s][i];
                    cost[i] += part * slope[s][i] * q[s][i];
                }
            }
        }
    }

    private void differencesAtExit(double[] u, int at, int i, int k) {
        if (grid.isWall(i) || grid.domain().axis(k).hasStates()) {
            return;
        }
        int lower = grid.neighbour(i, 2 * k);
        int upper = grid.neighbour(i, 2 * k + 1);
        double below = isFree(lower) ? (u[at + i] - u[at + lower]) / grid.spacing(k) : 0;
        double above = isFree(upper) ? (u[at + upper] - u[at + i]) / grid.spacing(k) : 0;
        if (!Double.isInfinite(q[2 * k][i])) {
            q[2 * k][i] = lower < 0 ? above : below;
        }
        if (!Double.isInfinite(q[2 * k + 1][i])) {
            q[2 * k + 1][i] = upper < 0 ? below : above;
        }
    }

    private boolean isFree(int node) {
        return node >= 0 && !grid.isWall(node);
    }
}
