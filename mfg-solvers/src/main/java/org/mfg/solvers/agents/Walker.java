package org.mfg.solvers.agents;

import java.util.random.RandomGenerator;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary.Kind;
import org.mfg.api.grid.Grid;

/**
 * One step of an agent, X += a dt + sqrt(2ν dt) ξ (Euler and Maruyama). A wall folds the path back. At an exit an agent
 * leaves if it ends beyond, or else with the probability that a Brownian bridge between both ends crossed it, exp(-d d' / (ν
 * dt)) for the distances d, d': otherwise agents would leave too late by the square root of dt (Gobet 2000).
 */
final class Walker {
    private final Axis[] axes;
    private final double viscosity;
    private final double dt;
    private final double spread;
    private final RandomGenerator random;
    private double exitCost;

    Walker(Grid grid, double viscosity, double dt, RandomGenerator random) {
        axes = grid.domain().axes().toArray(new Axis[0]);
        this.viscosity = viscosity;
        this.dt = dt;
        spread = Math.sqrt(2 * viscosity * dt);
        this.random = random;
    }

    /** Moves the position at x[at ...]; false if the agent leaves. */
    boolean move(double[] x, int at, double[] drift) {
        for (int k = 0; k < axes.length; k++) {
            double noise = spread > 0 ? spread * random.nextGaussian() : 0;
            double before = x[at + k];
            double after = before + drift[k] * dt + noise;
            Axis axis = axes[k];
            if (axis.isPeriodic()) {
                double length = axis.length();
                x[at + k] = after - length * Math.floor((after - axis.lower()) / length);
            } else if (leaves(axis.lowerBoundary().kind(), before - axis.lower(), after - axis.lower())) {
                exitCost = axis.lowerBoundary().exitCost();
                return false;
            } else if (leaves(axis.upperBoundary().kind(), axis.upper() - before, axis.upper() - after)) {
                exitCost = axis.upperBoundary().exitCost();
                return false;
            } else {
                x[at + k] = fold(axis, after);
            }
        }
        return true;
    }

    /** What it cost the agent that has just left. */
    double exitCost() {
        return exitCost;
    }

    private boolean leaves(Kind side, double before, double after) {
        if (side != Kind.EXIT) {
            return false;
        }
        if (after <= 0) {
            return true;
        }
        double exponent = before * after / (viscosity * dt);
        return exponent < 40 && random.nextDouble() < Math.exp(-exponent);
    }

    private static double fold(Axis axis, double x) {
        double y = x;
        while (y < axis.lower() || y > axis.upper()) {
            y = y < axis.lower() ? 2 * axis.lower() - y : 2 * axis.upper() - y;
        }
        return y;
    }
}
