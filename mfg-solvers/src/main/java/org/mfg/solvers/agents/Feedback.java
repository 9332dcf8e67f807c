package org.mfg.solvers.agents;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.grid.Grid;

/**
 * The {@linkplain Policy policy} of a game laid out for interpolation: the drift, d numbers, and the running cost of each node in each time
 * step. In obstacles the cost is that of the nodes around, for positions beside them.
 *
 * <p>So between a node on a state constraint and its neighbour the drift that leads out falls to 0.
 */
final class Feedback {
    private Feedback() {}

    /** The field of d + 1 numbers at each node, steps levels of them: entry c of node i in step j is at (j n + i)(d+1) + c. */
    static double[] of(DiscreteGame game, double[] u, double[] m) {
        Policy policy = game.policy(u, m);
        Grid grid = game.grid();
        int n = grid.size();
        int d = grid.dimension();
        int steps = game.time().steps();
        double[] field = new double[steps * n * (d + 1)];
        int at = 0;
        for (int j = 0; j < steps; j++) {
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < d; k++) {
                    field[at++] = policy.drift(j, i, k);
                }
                field[at++] = policy.runningCost(j, i);
            }
            WallValues.fill(grid, field, j * n, d + 1, d);
        }
        return field;
    }
}
