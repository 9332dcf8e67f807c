package org.mfg.solvers.finitedifferences;

import org.mfg.api.grid.TimeGrid;

/**
 * The largest |∂u/∂x_k| to expect on each axis, for {@link FollowingDissipation} to begin with. If the population stayed where it starts
 * and H did not depend on x, a slope of u would be at most that of the terminal cost plus the integral of that of the running cost; in
 * general neither holds.
 */
final class MomentumBound {
    private MomentumBound() {}

    /** The bound for each axis, from the costs of a crowd that stays as it is at the start. */
    static double[] of(Costs costs, Mesh mesh, TimeGrid time, double[] m0) {
        int n = mesh.size;
        double[] m = new double[time.levels() * n];
        for (int j = 0; j < time.levels(); j++) {
            System.arraycopy(m0, 0, m, j * n, n);
        }
        double[] cost = costs.running(m);
        double[] end = new double[m.length];
        costs.terminal(m, end);
        double[] bound = new double[mesh.momentumSides / 2];
        for (int k = 0; k < mesh.positionSides / 2; k++) {
            bound[k] = steepest(end, time.steps() * n, k, mesh);
            for (int j = 1; j < time.levels(); j++) {
                bound[k] += time.step(j - 1) * steepest(cost, j * n, k, mesh);
            }
        }
        return bound;
    }

    private static double steepest(double[] v, int at, int axis, Mesh mesh) {
        int[] upper = mesh.neighbour[2 * axis + 1];
        double[] inverseSpacing = mesh.inverseSpacing[2 * axis + 1];
        double largest = 0;
        for (int i = 0; i < mesh.size; i++) {
            largest = Math.max(largest, Math.abs(v[at + upper[i]] - v[at + i]) * inverseSpacing[i]);
        }
        return largest;
    }
}
