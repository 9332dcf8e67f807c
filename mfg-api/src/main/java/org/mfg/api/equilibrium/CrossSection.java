package org.mfg.api.equilibrium;

import java.util.Arrays;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.grid.Grid;

/**
 * The crowd of a discrete game at the end of a time step, and what it does in that step: m^{j+1} with the {@link Policy} of step j, which the
 * implicit scheme pairs. Of a stationary game, step 0 is all there is.
 *
 * <p>Evaluated when asked for, from the fields that it was made of, which must not change meanwhile. One thread at a time.
 */
public final class CrossSection {
    private final Grid grid;
    private final double[] m;
    private final int at;
    private final Policy policy;
    private final int step;
    private final double t;
    private final double[] x;
    private final double[] drift;

    /**
     * @param grid the places
     * @param policy of (u, m); cross-sections of several steps may share it if they are read one after the other
     * @param m the density, a field
     * @param step from 0 to steps - 1
     * @param t the time at its end; 0 of a stationary game
     */
    public CrossSection(Grid grid, Policy policy, double[] m, int step, double t) {
        this.grid = grid;
        this.policy = policy;
        this.m = m;
        this.step = step;
        this.t = t;
        at = (step + 1) * grid.size();
        x = new double[grid.dimension()];
        drift = new double[grid.dimension()];
    }

    /** The crowd at the end of an equilibrium: of a stationary game the one there is. */
    public static CrossSection last(DiscreteGame game, Equilibrium equilibrium) {
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        double t = game.game().isStationary() ? 0 : game.time().horizon();
        return new CrossSection(
                game.grid(), policy, equilibrium.m(), game.time().steps() - 1, t);
    }

    /** The places. */
    public Grid grid() {
        return grid;
    }

    /** The mass of the agents at a node, w m. */
    public double mass(int node) {
        return grid.weight(node) * m[at + node];
    }

    /** The value of a quantity at a node. */
    public double value(AgentQuantity quantity, int node) {
        if (quantity.dependsOnDrift()) {
            for (int k = 0; k < drift.length; k++) {
                drift[k] = policy.drift(step, node, k);
            }
        }
        grid.position(node, x);
        return quantity.value().at(t, x, drift);
    }

    /** The values of a quantity at all nodes. */
    public double[] values(AgentQuantity quantity) {
        double[] values = new double[grid.size()];
        Arrays.setAll(values, i -> value(quantity, i));
        return values;
    }

    /** The sum of a quantity over the crowd, Σ w m q(x, a). */
    public double aggregate(AgentQuantity quantity) {
        double sum = 0;
        for (int i = 0; i < grid.size(); i++) {
            double mass = mass(i);
            // Nobody is there, and the quantity may be infinite.
            if (mass != 0) {
                sum += mass * value(quantity, i);
            }
        }
        return sum;
    }
}
