package org.mfg.models.manufactured;

import org.mfg.api.game.SpaceTimeFunction;

/**
 * Derivatives of a smooth function of time and position by central differences of sixth order, good to some 1e-9 for functions
 * that vary over lengths of the order of 1. The function is asked for values slightly outside of its domain too.
 *
 * @param function the function
 */
record Derivatives(SpaceTimeFunction function) {
    private static final double STEP = 5e-3;
    private static final double[] FIRST = {45, -9, 1};
    private static final double FIRST_SCALE = 60;
    private static final double[] SECOND = {270, -27, 2};
    private static final double SECOND_SCALE = 180;

    /** ∂f/∂t. */
    double time(double t, double[] x) {
        double sum = 0;
        for (int s = 1; s <= FIRST.length; s++) {
            sum += FIRST[s - 1] * (function.at(t + s * STEP, x) - function.at(t - s * STEP, x));
        }
        return sum / (FIRST_SCALE * STEP);
    }

    /** ∂f/∂x_k. */
    double first(double t, double[] x, int k) {
        double sum = 0;
        for (int s = 1; s <= FIRST.length; s++) {
            sum += FIRST[s - 1] * (moved(t, x, k, s) - moved(t, x, k, -s));
        }
        return sum / (FIRST_SCALE * STEP);
    }

    /** ∂²f/∂x_k∂x_l. */
    double second(double t, double[] x, int k, int l) {
        if (k != l) {
            return new Derivatives((time, y) -> first(time, y, l)).first(t, x, k);
        }
        double here = function.at(t, x);
        double sum = 0;
        for (int s = 1; s <= SECOND.length; s++) {
            sum += SECOND[s - 1] * (moved(t, x, k, s) + moved(t, x, k, -s) - 2 * here);
        }
        return sum / (SECOND_SCALE * STEP * STEP);
    }

    private double moved(double t, double[] x, int k, int steps) {
        double[] y = x.clone();
        y[k] += steps * STEP;
        return function.at(t, y);
    }
}
