package org.mfg.solvers.newton;

import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.solvers.direct.SpaceTimeElimination;

/** The exact solution of Newton's linear systems by {@link SpaceTimeElimination}, on grids that are small enough. */
final class ExactSystem {
    /** The most operations of an exact solution: some seconds on one processor, 200 nodes and steps. */
    private static final double MOST_OPERATIONS = 5e9;
    /** The operations of a sweep at a node. */
    private static final double OPERATIONS_OF_SWEEP = 250;

    private static final double[] NONE = new double[0];

    private final DiscreteGame game;
    private final boolean isSmall;
    private final int cost;
    private @Nullable SpaceTimeElimination elimination;
    private double[] source = NONE;
    private double[] dm = NONE;
    private int systems;

    ExactSystem(DiscreteGame game) {
        this.game = game;
        double operations = SpaceTimeElimination.operations(game);
        isSmall = operations <= MOST_OPERATIONS;
        cost = (int) Math.min(Integer.MAX_VALUE, Math.ceil(operations / (OPERATIONS_OF_SWEEP * game.size())));
    }

    /** Whether there is one: the grid is small and couplings are local. */
    boolean isPossible(Linearization a) {
        return isSmall && a instanceof StepwiseLinearization stepwise && stepwise.isStepwise();
    }

    /** The work of a solution, in linear forward-backward sweeps. */
    int cost() {
        return cost;
    }

    /** Solves L du - F' dm = -r, L* dm + C du = b for du; b may be null for zero. */
    void solve(Linearization a, double[] r, double @Nullable [] b, double[] du) {
        if (elimination == null) {
            elimination = new SpaceTimeElimination(game);
            source = new double[game.size()];
            dm = new double[game.size()];
        }
        for (int i = 0; i < source.length; i++) {
            source[i] = -r[i];
        }
        elimination.solve((StepwiseLinearization) a, source, b, du, dm);
        systems++;
    }

    /** What was solved, in a sentence; empty if nothing was. */
    String account() {
        return systems == 0 ? "" : systems + " linear systems of this grid were solved exactly.";
    }
}
