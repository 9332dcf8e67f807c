package org.mfg.solvers.agents;

import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.coupling.NonlocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * What agents do and pay at each node in each time step: the drift a = -H_p(x, ∇u, m), d numbers, and the running cost L(x,
 * a) + f + F[m] with L = p·H_p - H. As in the scheme, the step from t_j to t_{j+1} plays u^j against m^{j+1}.
 *
 * <p>∇u is a central difference, 0 across a wall and of second order and one-sided at an exit: closer to the gradient than the
 * scheme's one-sided differences, whose mean it is.
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
                grid.position(i, x);
                double running = cost[next] + game.runningCost().at(t, x.clone());
                for (int k = 0; k < dimension; k++) {
                    p[k] = derivative(u, j * n, i, k);
                }
                game.hamiltonian().momentumGradient(x, p, m[next], slope);
                for (int k = 0; k < dimension; k++) {
                    field[at + k] = -slope[k];
                    running += p[k] * slope[k];
                }
                field[at + dimension] = running - game.hamiltonian().value(x, p, m[next]);
            }
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
                    grid.position(i % n, x);
                    cost[i] += local.value(discrete.time().time(i / n), x, m[i]);
                }
            }
        }
        return cost;
    }

    private double derivative(double[] u, int offset, int i, int k) {
        int ik = grid.index(i, k);
        int n = grid.nodes(k);
        int stride = grid.stride(k);
        int at = offset + i;
        double h = grid.spacing(k);
        if (grid.domain().axis(k).isPeriodic()) {
            int next = (ik == n - 1 ? 1 - n : 1) * stride;
            int last = (ik == 0 ? n - 1 : -1) * stride;
            return (u[at + next] - u[at + last]) / (2 * h);
        }
        if (ik > 0 && ik < n - 1) {
            return (u[at + stride] - u[at - stride]) / (2 * h);
        }
        Boundary side = ik == 0
                ? grid.domain().axis(k).lowerBoundary()
                : grid.domain().axis(k).upperBoundary();
        if (side.kind() != Boundary.Kind.EXIT) {
            return 0;
        }
        int inward = ik == 0 ? stride : -stride;
        double forward = (-3 * u[at] + 4 * u[at + inward] - u[at + 2 * inward]) / (2 * h);
        return ik == 0 ? forward : -forward;
    }
}
