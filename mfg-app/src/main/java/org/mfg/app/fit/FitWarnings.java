package org.mfg.app.fit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.FreeParameter;

/** What a fit's standard errors do not say, in sentences. */
public final class FitWarnings {
    /** A relative change of the parameters that changes the observations by less than this many standard deviations is not seen in them. */
    private static final double UNSEEN = 1;

    private FitWarnings() {}

    /** The warnings: of parameters at their bounds, and of a combination that the observations do not tell. */
    public static List<String> of(Fit fit) {
        List<String> warnings = new ArrayList<>();
        for (int k = 0; k < fit.values().length; k++) {
            FreeParameter parameter = fit.free().get(k);
            parameter
                    .boundAt(fit.values()[k])
                    .ifPresent(bound -> warnings.add(parameter.name() + " is at its bound "
                            + BigDecimal.valueOf(bound).stripTrailingZeros()
                            + ": its standard error says little"));
        }
        double[] singular = fit.singularValues();
        if (!(singular[singular.length - 1] > UNSEEN * fit.unit())) {
            warnings.add("the observations do not tell these parameters apart: " + fit.weakest()
                    + ", in relative changes, changes them by less than their standard deviation");
        }
        return warnings;
    }
}
