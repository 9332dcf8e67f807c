package org.mfg.solvers.agents;

import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.coupling.NonlocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;

/**
 * What agents do and pay at each node in each time step: the drift a = -H_p(x, ∇u, m), d numbers, and the running cost L(x,
 * a) + f + F[m] with L = p·H_p - H. As in the scheme, the step from t_j to t_{j+1} plays u^j against m^{j+1}.
 *
 * <p>∇u is a central difference, 0 across a wall and of second order and one-sided at an exit: closer to the gradient than the
 * scheme's one-sided differences, whose mean it is. In obstacles nobody drifts; the cost there only serves interpolation.
 */
final class Feedback {
    private final Grid grid;
    private final MeanFieldGame game;
    private final int dimension;
    private final double[] x;
    private final double[] p;
    private final double[] slope;

    private Feedback(DiscreteGame discrete) {
        grid = discrete.grid();
        game = discrete.game();
        dimension = grid.dimension();
        x = new double[dimension];
        p = new double[dimension];
        slope = new double[dimension];
    }

    /** The field of d + 1 numbers at each node, steps levels of them: entry c of node i in step j is at (j n + i)(d+1) + c. */
    static double[] of(DiscreteGame discrete, double[] u, double[] m) {
        return new Feedback(discrete).field(discrete, u, m);
    }

    private double[] field(DiscreteGame discrete, double[] u, double[] m) {
        int n = grid.size();
        int steps = discrete.time().steps();
        int width = dimension + 1;
        double[] cost = couplingCost(discrete, m);
        double[] field = new double[steps * n * width];
        for (int j = 0; j < steps; j++) {
            double t = discrete.time().time(j + 1);
            for (int i = 0; i < n; i++) {
                int next = (j + 1) * n + i;
                int at = (j * n + i) * width;
                if (grid.isWall(i)) {
                    continue;
                }
                grid.position(i, x);
                double running = cost[next] + game.runningCost().at(t, x.clone());
                for (int k = 0; k < grid.domain().positionAxes(); k++) {
                    p[k] = derivative(u, j * n, i, k);
                }
                game.hamiltonian().momentumGradient(t, x, p, m[next], slope);
                for (int k = 0; k < grid.domain().positionAxes(); k++) {
                    field[at + k] = -slope[k];
                    running += p[k] * slope[k];
                }
                field[at + dimension] = running - game.hamiltonian().value(t, x, p, m[next]);
            }
            WallValues.fill(grid, field, j * n, width, dimension);
        }
        return field;
    }

    private double[] couplingCost(DiscreteGame discrete, double[] m) {
        double[] cost = new double[m.length];
        int n = grid.size();
        for (Coupling coupling : game.couplings()) {
            if (coupling instanceof NonlocalCoupling nonlocal) {
                nonlocal.on(grid, discrete.time())
                        .addValue(m, 1, discrete.time().steps(), cost);
            } else if (coupling instanceof LocalCoupling local) {
                for (int i = n; i < m.length; i++) {
                    if (grid.isWall(i % n)) {
                        continue;
                    }
                    grid.position(i % n, x);
                    cost[i] += local.value(discrete.time().time(i / n), x, m[i]);
                }
            }
        }
        return cost;
    }

    private double derivative(double[] u, int offset, int i, int k) {
        int lower = grid.neighbour(i, 2 * k);
        int upper = grid.neighbour(i, 2 * k + 1);
        double h = grid.spacing(k);
        if (lower >= 0 && upper >= 0) {
            return (at(u, offset, upper, i) - at(u, offset, lower, i)) / (2 * h);
        }
        if (!grid.isExit(i)) {
            return 0;
        }
        int side = lower >= 0 ? 2 * k : 2 * k + 1;
        int one = grid.neighbour(i, side);
        int two = grid.neighbour(one, side);
        double inward = (-3 * u[offset + i] + 4 * u[offset + one] - u[offset + two]) / (2 * h);
        return lower >= 0 ? -inward : inward;
    }

    /** u at a node, or where that is a wall, as at the node before it: the wall's face is halfway. */
    private double at(double[] u, int offset, int node, int before) {
        return u[offset + (grid.isWall(node) ? before : node)];
    }
}
