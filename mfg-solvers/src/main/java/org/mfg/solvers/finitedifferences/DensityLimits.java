package org.mfg.solvers.finitedifferences;

import java.util.Arrays;

/** Where a crowd has to keep to a target density at the end or a ceiling, by step and node. */
final class DensityLimits {
    /** The largest density; empty where there are no limits. */
    private final double[] most;
    /** From which entry on the density is given. */
    private final int firstGiven;

    /** @param size steps times nodes */
    DensityLimits(CrowdConstraints constraints, int size) {
        double[] none = new double[0];
        double[] ceiling = constraints.ceiling().orElse(none);
        double[] target = constraints.target().orElse(none);
        firstGiven = target.length > 0 ? size - target.length : Integer.MAX_VALUE;
        most = ceiling.length + target.length == 0 ? none : new double[size];
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        if (ceiling.length > 0) {
            System.arraycopy(ceiling, ceiling.length - size, most, 0, size);
        }
        if (target.length > 0) {
            System.arraycopy(target, 0, most, firstGiven, target.length);
        }
    }

    /** Whether there are any. */
    boolean isEmpty() {
        return most.length == 0;
    }

    /** Whether the density at the end is given. */
    boolean hasTarget() {
        return firstGiven < most.length;
    }

    /** The largest density at an entry; infinite without a limit. */
    double most(int entry) {
        return isEmpty() ? Double.POSITIVE_INFINITY : most[entry];
    }

    /** Whether the density at an entry is the largest one, whatever it costs. */
    boolean isGiven(int entry) {
        return entry >= firstGiven;
    }
}
