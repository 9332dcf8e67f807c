package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;

/**
 * The dissipation given by the user: the same everywhere.
 *
 * @param alpha α_k for each axis
 */
record MaxSpeed(double[] alpha) implements Dissipation {

    @Override
    public double[] at(int node) {
        return alpha;
    }

    @Override
    public RuntimeException tooSmall(int axis, double[] x, double[] q, double speed) {
        return new NumericalFailureException("the drift on axis " + (axis + 1) + " at " + Arrays.toString(x) + " is "
                + (float) speed + ", more than max-speed " + alpha[axis]
                + ": give a larger max-speed, or 0 for one that follows the drifts");
    }
}
