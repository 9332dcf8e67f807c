package org.mfg.solvers.calibration;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;

/**
 * The standard deviations of the errors of observations.
 *
 * @param deviations one for each; none where they are alike and not known
 */
record Errors(double[] deviations) {
    /** Alike, of a deviation that is not known. */
    static final Errors ALIKE = new Errors(new double[0]);

    static Errors known(double[] deviations, int count) {
        if (deviations.length != count) {
            throw InvalidInputException.of("errors of observations", "be " + count, deviations.length);
        }
        for (double deviation : deviations) {
            if (!(deviation > 0 && Double.isFinite(deviation))) {
                throw InvalidInputException.of("errors of observations", "be > 0", deviation);
            }
        }
        return new Errors(deviations.clone());
    }

    boolean areKnown() {
        return deviations.length > 0;
    }

    /** Values in deviations; as they are where these are not known. */
    double[] relative(double[] values) {
        double[] relative = values.clone();
        if (areKnown()) {
            Arrays.setAll(relative, i -> values[i] / deviations[i]);
        }
        return relative;
    }

    /** (observed - predicted) / deviation. */
    double[] residuals(double[] observed, double[] predicted) {
        double[] residuals = new double[observed.length];
        Arrays.setAll(residuals, i -> observed[i] - predicted[i]);
        return relative(residuals);
    }
}
