package org.mfg.solvers.agents;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * One step of an agent, X_k += a_k dt + sqrt(2 D_k(t, X) dt) ξ (Euler and Maruyama), and what a side of the domain makes of it. Between both ends of a
 * step the path is a Brownian bridge, whose least distance of a side is drawn where it may matter:
 *
 * <ul>
 *   <li>at an exit an agent leaves if it is not positive; with the ends alone agents leave too late by the square root of dt (Gobet 2000);
 *   <li>elsewhere the side pushes the agent as far as it would have gone beyond, which is exact for a constant drift (Lépingle 1995). A path that is folded
 *       back leaves too few at the wall, by the square root of dt again, where a drift presses them;
 *   <li>at a state constraint the drift ends at the side, and the noise alone is pushed back.
 * </ul>
 *
 * <p>D is taken at the beginning of the step, as Ito has it: the density of such agents obeys ∂t m = Σ ∂²_k(D_k m) - div(a m), and where sides push
 * them back nothing flows through these, ∂_k(D_k m) = a_k m.
 *
 * <p>An obstacle lets the agent stay where it was. As in the scheme, walls and doors are made of the cells around nodes.
 */
final class Walker {
    /** Crossings that are less likely than exp of minus this are left out. */
    private static final double UNLIKELY = 40;

    private static final boolean[] SIDES = {false, true};

    private final Grid grid;
    private final Axis[] axes;
    private final Cells cells;
    private final boolean hasObstacles;
    private final Diffusion diffusion;
    /** D dt of the step, by axis. */
    private final double[] variance;

    private final double dt;
    private final RandomGenerator random;
    private final double[] after;
    private double exitCost;

    Walker(Grid grid, Diffusion diffusion, double dt, RandomGenerator random) {
        this.grid = grid;
        axes = grid.domain().axes().subList(0, grid.domain().positionAxes()).toArray(new Axis[0]);
        cells = new Cells(grid);
        hasObstacles = !grid.domain().obstacles().isEmpty();
        this.diffusion = diffusion;
        variance = new double[axes.length];
        this.dt = dt;
        this.random = random;
        after = new double[grid.dimension()];
    }

    /** Moves the position from what it is at the time t, and keeps the state; false if the agent leaves. */
    boolean move(double t, double[] x, double[] drift) {
        System.arraycopy(x, axes.length, after, axes.length, x.length - axes.length);
        for (int k = 0; k < axes.length; k++) {
            variance[k] = dt * diffusion(t, x, k);
            double noise = variance[k] > 0 ? Math.sqrt(2 * variance[k]) * random.nextGaussian() : 0;
            after[k] = carried(axes[k], x[k] + drift[k] * dt) + noise;
        }
        for (int k = 0; k < axes.length; k++) {
            if (axes[k].isPeriodic()) {
                after[k] -= axes[k].length() * Math.floor((after[k] - axes[k].lower()) / axes[k].length());
            } else if (leaves(k, x)) {
                return false;
            }
        }
        if (!isObstructed(after)) {
            System.arraycopy(after, 0, x, 0, x.length);
        }
        return true;
    }

    private double diffusion(double t, double[] x, int k) {
        double d = diffusion.at(t, x, k);
        if (!(d >= 0 && d <= Double.MAX_VALUE)) {
            throw InvalidInputException.of(
                    "diffusion", "be finite and >= 0 everywhere", d + " at t = " + t + ", " + Arrays.toString(x));
        }
        return d;
    }

    /** Whether a position lies in the cell of a wall. */
    boolean isObstructed(double[] x) {
        return hasObstacles && grid.isWall(cells.nearest(x, 0));
    }

    /** What it cost the agent that has just left. */
    double exitCost() {
        return exitCost;
    }

    /** Where a drift leads that would lead to y: not beyond a state constraint. */
    private static double carried(Axis axis, double y) {
        if (y < axis.lower() && axis.lowerBoundary().kind() == Boundary.Kind.STATE_CONSTRAINT) {
            return axis.lower();
        }
        boolean isHeld = y > axis.upper() && axis.upperBoundary().kind() == Boundary.Kind.STATE_CONSTRAINT;
        return isHeld ? axis.upper() : y;
    }

    /** Whether the agent leaves along axis k, on the way from x to {@link #after}; if not, that is pushed back into the domain. */
    private boolean leaves(int k, double[] x) {
        double push = 0;
        for (boolean upper : SIDES) {
            double begin = distance(k, upper, x[k]);
            double end = distance(k, upper, after[k]);
            if (end > 0 && begin * end >= UNLIKELY * variance[k]) {
                continue;
            }
            if (!isAtExit(k, upper, x)) {
                push += (upper ? -1 : 1) * Math.max(0, -leastDistance(begin, end, variance[k]));
            } else if (end <= 0 || random.nextDouble() < Math.exp(-begin * end / variance[k])) {
                return true;
            }
        }
        after[k] = fold(axes[k], after[k] + push);
        return false;
    }

    private double distance(int k, boolean upper, double y) {
        return upper ? axes[k].upper() - y : y - axes[k].lower();
    }

    /** The least distance of a side on the way between two, of which the second may lie beyond. */
    private double leastDistance(double begin, double end, double variance) {
        double way = end - begin;
        double spread = variance > 0 ? -4 * variance * Math.log(1 - random.nextDouble()) : 0;
        return 0.5 * (begin + end - Math.sqrt(way * way + spread));
    }

    /** Whether the agent is opposite to an exit of a side; remembers what that costs. */
    private boolean isAtExit(int k, boolean upper, double[] x) {
        if (!(upper ? axes[k].upperBoundary() : axes[k].lowerBoundary()).hasExit()) {
            return false;
        }
        int node = cells.nearest(x, 0);
        int end = upper ? grid.nodes(k) - 1 : 0;
        int onSide = node + (end - grid.index(node, k)) * grid.stride(k);
        exitCost = grid.exitCost(onSide);
        return grid.isExit(onSide);
    }

    /** For steps that reach both sides of the domain at once. */
    private static double fold(Axis axis, double x) {
        double y = x;
        while (y < axis.lower() || y > axis.upper()) {
            y = y < axis.lower() ? 2 * axis.lower() - y : 2 * axis.upper() - y;
        }
        return y;
    }
}
