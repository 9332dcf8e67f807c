package org.mfg.output.figure;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;

/**
 * The optimal drift -H_p(x, ∇u, m) at the nodes of one time level. The gradient is by centred differences, one-sided at
 * walls and obstacles.
 */
final class Drift {
    private final DiscreteGame game;
    private final double[] position;
    private final double[] momentum;
    private final double[] gradient;

    Drift(DiscreteGame game) {
        this.game = game;
        position = new double[game.grid().dimension()];
        momentum = new double[position.length];
        gradient = new double[position.length];
    }

    /** The drift at a node, given u and m as fields and the time level; valid until the next call. */
    double[] at(int node, double[] u, double[] m, int level) {
        Grid grid = game.grid();
        int from = level * grid.size();
        for (int k = 0; k < momentum.length; k++) {
            int before = neighbour(node, k, -1);
            int after = neighbour(node, k, 1);
            int cells = (before == node ? 0 : 1) + (after == node ? 0 : 1);
            momentum[k] = cells == 0 ? 0 : (u[from + after] - u[from + before]) / (cells * grid.spacing(k));
        }
        double t = game.time().time(level);
        grid.position(node, position);
        game.game().hamiltonian().momentumGradient(t, position, momentum, Math.max(m[from + node], 0), gradient);
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = -gradient[k];
        }
        return gradient;
    }

    /** The neighbour on an axis; the node itself where a wall, an obstacle or the end of the domain is. */
    private int neighbour(int node, int axis, int direction) {
        Grid grid = game.grid();
        int n = grid.nodes(axis);
        int from = grid.index(node, axis);
        int to = from + direction;
        if (grid.domain().axis(axis).isPeriodic()) {
            to = Math.floorMod(to, n);
        }
        if (to < 0 || to >= n) {
            return node;
        }
        int neighbour = node + (to - from) * grid.stride(axis);
        return grid.isWall(neighbour) ? node : neighbour;
    }
}
