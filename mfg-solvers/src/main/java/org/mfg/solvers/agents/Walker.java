package org.mfg.solvers.agents;

import java.util.random.RandomGenerator;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * One step of an agent, X += a dt + sqrt(2ν dt) ξ (Euler and Maruyama). A side of the domain folds the path back; at a state constraint the
 * drift stops before, and the noise is folded back. An obstacle lets the agent stay where it was. At an exit an agent leaves if it ends beyond, or else with the probability that a
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
    /** How far a drift may lead on each axis: infinitely far, but at a state constraint. */
    private final double[] least;

    private final double[] most;
    private double exitCost;
    private double pushed;

    Walker(Grid grid, double viscosity, double dt, RandomGenerator random) {
        this.grid = grid;
        axes = grid.domain().axes().toArray(new Axis[0]);
        hasObstacles = !grid.domain().obstacles().isEmpty();
        this.viscosity = viscosity;
        this.dt = dt;
        spread = Math.sqrt(2 * viscosity * dt);
        this.random = random;
        after = new double[axes.length];
        least = new double[axes.length];
        most = new double[axes.length];
        for (int k = 0; k < axes.length; k++) {
            least[k] = isConstraint(axes[k].lowerBoundary()) ? axes[k].lower() : Double.NEGATIVE_INFINITY;
            most[k] = isConstraint(axes[k].upperBoundary()) ? axes[k].upper() : Double.POSITIVE_INFINITY;
        }
    }

    private static boolean isConstraint(Boundary side) {
        return side.kind() == Boundary.Kind.STATE_CONSTRAINT;
    }

    /** Moves the position; false if the agent leaves. */
    boolean move(double[] x, double[] drift) {
        for (int k = 0; k < axes.length; k++) {
            double noise = spread > 0 ? spread * random.nextGaussian() : 0;
            double carried = Math.max(least[k], Math.min(x[k] + drift[k] * dt, most[k]));
            after[k] = carried + noise;
        }
        for (int k = 0; k < axes.length; k++) {
            Axis axis = axes[k];
            if (axis.isPeriodic()) {
                after[k] -= axis.length() * Math.floor((after[k] - axis.lower()) / axis.length());
            } else if (leaves(k, false, x) || leaves(k, true, x)) {
                return false;
            } else {
                after[k] = fold(axis, after[k] + pushed);
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

    /** Whether the agent leaves through one side of axis k, on the way from x to {@link #after}; if not, that side may push it back. */
    private boolean leaves(int k, boolean upper, double[] x) {
        Axis axis = axes[k];
        double before = upper ? axis.upper() - x[k] : x[k] - axis.lower();
        double beyond = upper ? axis.upper() - after[k] : after[k] - axis.lower();
        double exponent = beyond <= 0 ? 0 : before * beyond / (viscosity * dt);
        pushed = upper ? pushed : 0;
        if (exponent >= UNLIKELY) {
            return false;
        }
        Boundary side = upper ? axis.upperBoundary() : axis.lowerBoundary();
        if (side.hasExit() && isAtExit(k, upper, x)) {
            return beyond <= 0 || random.nextDouble() < Math.exp(-exponent);
        }
        double push = push(before, beyond);
        pushed += upper ? -push : push;
        return false;
    }

    /** How far a wall pushes an agent who starts at one distance of it and would end at another. */
    private double push(double before, double beyond) {
        double way = beyond - before;
        double nearest = 0.5 * (before + beyond - Math.sqrt(way * way - 4 * viscosity * dt * Math.log(1 - random.nextDouble())));
        return Math.max(0, -nearest);
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
