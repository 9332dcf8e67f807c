package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.discrete.Policy;
import org.mfg.api.grid.TimeGrid;

/**
 * The policy of a game on a grid. A step of the implicit scheme plays u at its beginning against m at its end; one of the trapezoid rule,
 * half each, u against m at its beginning and u against m at its end. Memory: one field of running costs.
 */
final class GridPolicy implements Policy {
    private final SlicePolicy slice;
    private final TimeGrid time;
    private final int nodes;
    private final boolean isTrapezoid;
    private final double[] u;
    private final double[] m;
    private final double[] given;
    private final double[][] drift;
    private final double[] cost;
    private int loaded = -1;

    /** @param isTrapezoid whether steps are those of the trapezoid rule */
    GridPolicy(
            GridGame game, NumericalHamiltonian hamiltonian, Costs costs, double[] u, double[] m, boolean isTrapezoid) {
        slice = new SlicePolicy(game.grid(), game.mesh, hamiltonian);
        time = game.time();
        nodes = game.mesh.size;
        this.isTrapezoid = isTrapezoid;
        this.u = u;
        this.m = m;
        given = new double[game.size()];
        costs.running(m, given);
        drift = new double[game.grid().dimension()][nodes];
        cost = new double[nodes];
    }

    @Override
    public double drift(int step, int node, int axis) {
        load(step);
        return drift[axis][node];
    }

    @Override
    public double runningCost(int step, int node) {
        load(step);
        return cost[node];
    }

    private void load(int step) {
        if (step == loaded) {
            return;
        }
        for (double[] d : drift) {
            Arrays.fill(d, 0);
        }
        Arrays.fill(cost, 0);
        if (isTrapezoid) {
            add(step, step, 0.5);
            add(step + 1, step + 1, 0.5);
        } else {
            add(step, step + 1, 1);
        }
        loaded = step;
    }

    private void add(int levelOfU, int levelOfM, double part) {
        double t = time.time(levelOfM);
        slice.add(t, u, levelOfU * nodes, m, given, levelOfM * nodes, part, drift, cost);
    }
}
