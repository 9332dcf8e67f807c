package org.mfg.output.figure;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/**
 * Where agents on a line without noise come to rest inside. An upwind scheme has one to three nodes there whose drift is 0, and those beside lead to them. The
 * density at these nodes has an error that depends on where between the nodes the rest point is: a notch or a bump, which on finer grids gets narrower but no flatter.
 */
final class RestPoints {
    private static final int MOST_NODES = 3;

    private RestPoints() {}

    /**
     * Replaces the density at such nodes and at those beside by what is on the straight line between the next ones.
     *
     * @param m a density by node, which is changed
     */
    static void bridge(DiscreteGame game, Equilibrium equilibrium, double[] m) {
        Grid grid = game.grid();
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        for (int state = 0; state < grid.stride(0); state++) {
            for (int i = 1; i < grid.nodes(0) - 1; i++) {
                int last = lastAtRest(game, policy, state, i);
                if (last >= i) {
                    bridge(grid, m, state, Math.max(0, i - 2), Math.min(grid.nodes(0) - 1, last + 2));
                }
            }
        }
    }

    /** The last of the nodes of a rest point that begins at a node; one less if none does. */
    private static int lastAtRest(DiscreteGame game, Policy policy, int state, int first) {
        Grid grid = game.grid();
        int stride = grid.stride(0);
        int next = first;
        while (next < grid.nodes(0) - 1 && policy.drift(0, next * stride + state, 0) == 0) {
            next++;
        }
        boolean isRest = next > first
                && next - first <= MOST_NODES
                && policy.drift(0, (first - 1) * stride + state, 0) > 0
                && policy.drift(0, next * stride + state, 0) < 0;
        return isRest && !hasNoise(game, first * stride + state) ? next - 1 : first - 1;
    }

    private static boolean hasNoise(DiscreteGame game, int node) {
        double[] x = new double[game.grid().dimension()];
        game.grid().position(node, x);
        return game.game().diffusion().at(0, x, 0) != 0;
    }

    private static void bridge(Grid grid, double[] m, int state, int from, int to) {
        int stride = grid.stride(0);
        double left = grid.coordinate(from * stride + state, 0);
        double right = grid.coordinate(to * stride + state, 0);
        for (int i = from + 1; i < to; i++) {
            int node = i * stride + state;
            double part = (grid.coordinate(node, 0) - left) / (right - left);
            m[node] = (1 - part) * m[from * stride + state] + part * m[to * stride + state];
        }
    }
}
