package org.mfg.solvers.finitedifferences;

import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * The policy of one slice: {@linkplain NumericalHamiltonian#policy drift and cost} at the one-sided differences that the scheme takes.
 * Of the two parts of an upwind drift one is 0, but where u has a maximum, from which agents go both ways.
 *
 * <p>The scheme needs no differences at an exit, where u is given; here they are those towards the inside, on both sides.
 */
final class SlicePolicy {
    private final Grid grid;
    private final Mesh mesh;
    private final NumericalHamiltonian hamiltonian;
    /** The axes of positions. */
    private final int axes;
    /** By side and node. */
    private final double[][] q;

    private final double[] nodeQ;
    private final double[] nodeDrift;
    private final double[] nodeGradient;

    SlicePolicy(Grid grid, Mesh mesh, NumericalHamiltonian hamiltonian) {
        this.grid = grid;
        this.mesh = mesh;
        this.hamiltonian = hamiltonian;
        axes = mesh.positionSides / 2;
        q = new double[mesh.momentumSides][mesh.size];
        nodeQ = new double[mesh.momentumSides];
        nodeDrift = new double[mesh.momentumSides / 2];
        nodeGradient = new double[mesh.momentumSides];
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
        for (int i = 0; i < mesh.size; i++) {
            if (grid.isWall(i)) {
                continue;
            }
            for (int k = 0; k < axes && grid.isExit(i); k++) {
                differencesAtExit(u, uAt, i, k);
            }
            for (int s = 0; s < nodeQ.length; s++) {
                nodeQ[s] = q[s][i];
            }
            double l = hamiltonian.policy(t, mesh.position[i], nodeQ, m[mAt + i], nodeDrift, nodeGradient);
            cost[i] += part * (l + given[mAt + i]);
            for (int k = 0; k < axes; k++) {
                drift[k][i] += part * nodeDrift[k];
            }
        }
    }

    private void differencesAtExit(double[] u, int at, int i, int k) {
        int lower = grid.neighbour(i, 2 * k);
        int upper = grid.neighbour(i, 2 * k + 1);
        double below = isFree(lower) ? (u[at + i] - u[at + lower]) / grid.distance(i, 2 * k) : 0;
        double above = isFree(upper) ? (u[at + upper] - u[at + i]) / grid.distance(i, 2 * k + 1) : 0;
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
