package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.Locale;
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
        return new NumericalFailureException(String.format(
                Locale.ROOT,
                "the drift on axis %d at %s is %.3g, more than max-speed %s: give a larger max-speed, or 0 for one that follows the"
                        + " drifts",
                axis + 1,
                Arrays.toString(x),
                speed,
                alpha[axis]));
    }
}
