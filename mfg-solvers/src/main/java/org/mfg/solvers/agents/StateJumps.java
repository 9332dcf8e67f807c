package org.mfg.solvers.agents;

import java.util.random.RandomGenerator;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.States;

/** The jumps of an agent between its states in a time step: it stays in each for an exponentially distributed time (Gillespie 1977). */
final class StateJumps {
    private final int axis;
    private final double dt;
    private final RandomGenerator random;
    /** The sums over the states up to l of the rates from state k to them. */
    private final double[][] cumulative;

    StateJumps(Domain domain, double dt, RandomGenerator random) {
        this.dt = dt;
        this.random = random;
        axis = domain.statesAxis();
        cumulative = axis < 0
                ? new double[0][]
                : cumulative(domain.axis(axis).states().orElseThrow());
    }

    private static double[][] cumulative(States states) {
        double[][] sums = new double[states.size()][states.size()];
        for (int k = 0; k < sums.length; k++) {
            double sum = 0;
            for (int l = 0; l < sums.length; l++) {
                sum += states.rate(k, l);
                sums[k][l] = sum;
            }
        }
        return sums;
    }

    /** Changes the state, the last coordinate of a position; nothing where there are none. */
    void move(double[] x) {
        if (axis < 0) {
            return;
        }
        int state = (int) x[axis];
        double rest = dt;
        while (true) {
            double[] sums = cumulative[state];
            double all = sums[sums.length - 1];
            if (all == 0) {
                break;
            }
            rest -= random.nextExponential() / all;
            if (rest < 0) {
                break;
            }
            state = target(sums, all * random.nextDouble());
        }
        x[axis] = state;
    }

    /** The first state whose sum is beyond a number below that of all: one with a rate. */
    private static int target(double[] sums, double at) {
        int l = 0;
        while (sums[l] <= at) {
            l++;
        }
        return l;
    }
}
