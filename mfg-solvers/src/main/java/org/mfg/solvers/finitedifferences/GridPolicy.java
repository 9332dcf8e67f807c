package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.Policy;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * The policy of a game on a grid. A step of the implicit scheme plays u at its beginning against m at its end; one of weight θ,
 * in these parts, u against m at its beginning and u against m at its end. Memory: one field of running costs.
 */
final class GridPolicy implements Policy {
    private final SlicePolicy slice;
    private final TimeGrid time;
    private final int nodes;
    /** Null for the implicit scheme. */
    private final @Nullable StepWeights weights;

    private final double[] u;
    private final double[] m;
    private final double[] given;
    private final double[][] drift;
    private final double[] cost;
    private int loaded = -1;

    private GridPolicy(
            GridGame game,
            NumericalHamiltonian hamiltonian,
            Costs costs,
            double[] u,
            double[] m,
            @Nullable StepWeights weights) {
        slice = new SlicePolicy(game.grid(), game.mesh, hamiltonian);
        time = game.time();
        nodes = game.mesh.size;
        this.weights = weights;
        this.u = u;
        this.m = m;
        given = costs.running(m).clone();
        drift = new double[game.grid().dimension()][nodes];
        cost = new double[nodes];
    }

    /** The policy of the implicit scheme. */
    static GridPolicy implicit(GridGame game, NumericalHamiltonian hamiltonian, Costs costs, double[] u, double[] m) {
        return new GridPolicy(game, hamiltonian, costs, u, m, null);
    }

    /** The policy of steps of weights θ. */
    static GridPolicy ofBothEnds(
            GridGame game, NumericalHamiltonian hamiltonian, Costs costs, double[] u, double[] m, StepWeights weights) {
        return new GridPolicy(game, hamiltonian, costs, u, m, weights);
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
        if (weights == null) {
            add(step, step + 1, 1);
        } else {
            add(step, step, weights.of(step));
            add(step + 1, step + 1, 1 - weights.of(step));
        }
        loaded = step;
    }

    private void add(int levelOfU, int levelOfM, double part) {
        double t = time.time(levelOfM);
        slice.add(t, u, levelOfU * nodes, m, given, levelOfM * nodes, part, drift, cost);
    }
}
