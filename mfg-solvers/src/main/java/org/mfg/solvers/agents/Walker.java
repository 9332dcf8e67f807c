package org.mfg.solvers.agents;

import java.util.random.RandomGenerator;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;

/**
 * One step of an agent, X += a dt + sqrt(2ν dt) ξ (Euler and Maruyama). A side of the domain folds the path back, an obstacle
 * lets the agent stay where it was. At an exit an agent leaves if it ends beyond, or else with the probability that a
 * Brownian bridge between both ends crossed it, exp(-d d' / (ν dt)) for the distances d, d': otherwise agents would leave
 * too late by the square root of dt (Gobet 2000). As in the scheme, walls and doors are made of the cells around nodes.
 */
final class Walker {
    /** Crossings that are less likely than exp of minus this are left out. */
    private static final double UNLIKELY = 40;

    private final Grid grid;
    private final Axis[] axes;
    private final boolean hasObstacles;
    private final double viscosity;
    private final double dt;
    private final double spread;
    private final RandomGenerator random;
    private final double[] after;
    private double exitCost;

    Walker(Grid grid, double viscosity, double dt, RandomGenerator random) {
        this.grid = grid;
        axes = grid.domain().axes().subList(0, grid.domain().positionAxes()).toArray(new Axis[0]);
        hasObstacles = !grid.domain().obstacles().isEmpty();
        this.viscosity = viscosity;
        this.dt = dt;
        spread = Math.sqrt(2 * viscosity * dt);
        this.random = random;
        after = new double[grid.dimension()];
    }

    /** Moves the position, and keeps the state; false if the agent leaves. */
    boolean move(double[] x, double[] drift) {
        System.arraycopy(x, axes.length, after, axes.length, x.length - axes.length);
        for (int k = 0; k < axes.length; k++) {
            double noise = spread > 0 ? spread * random.nextGaussian() : 0;
            after[k] = x[k] + drift[k] * dt + noise;
        }
        for (int k = 0; k < axes.length; k++) {
            Axis axis = axes[k];
            if (axis.isPeriodic()) {
                after[k] -= axis.length() * Math.floor((after[k] - axis.lower()) / axis.length());
            } else if (leaves(k, false, x) || leaves(k, true, x)) {
                return false;
            } else {
                after[k] = fold(axis, after[k]);
            }
        }
        if (!isObstructed(after)) {
            System.arraycopy(after, 0, x, 0, x.length);
        }
        return true;
    }

    /** Whether a position lies in the cell of a wall. */
    boolean isObstructed(double[] x) {
        return hasObstacles && grid.isWall(Cells.nearest(grid, x, 0));
    }

    /** What it cost the agent that has just left. */
    double exitCost() {
        return exitCost;
    }

    /** Whether the agent leaves through one side of axis k, on the way from x to {@link #after}. */
    private boolean leaves(int k, boolean upper, double[] x) {
        Axis axis = axes[k];
        if (!(upper ? axis.upperBoundary() : axis.lowerBoundary()).hasExit()) {
            return false;
        }
        double before = upper ? axis.upper() - x[k] : x[k] - axis.lower();
        double beyond = upper ? axis.upper() - after[k] : after[k] - axis.lower();
        double exponent = beyond <= 0 ? 0 : before * beyond / (viscosity * dt);
        if (exponent >= UNLIKELY || !isAtExit(k, upper, x)) {
            return false;
        }
        return beyond <= 0 || random.nextDouble() < Math.exp(-exponent);
    }

    /** Whether the agent is opposite to an exit of a side; remembers what that costs. */
    private boolean isAtExit(int k, boolean upper, double[] x) {
        int node = Cells.nearest(grid, x, 0);
        int end = upper ? grid.nodes(k) - 1 : 0;
        int onSide = node + (end - grid.index(node, k)) * grid.stride(k);
        exitCost = grid.exitCost(onSide);
        return grid.isExit(onSide);
    }

    private static double fold(Axis axis, double x) {
        double y = x;
        while (y < axis.lower() || y > axis.upper()) {
            y = y < axis.lower() ? 2 * axis.lower() - y : 2 * axis.upper() - y;
        }
        return y;
    }
}
