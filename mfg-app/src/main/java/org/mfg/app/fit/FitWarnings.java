package org.mfg.app.fit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.FreeParameter;

/** What a fit's standard errors do not say, in sentences. */
public final class FitWarnings {
    /** A relative change of the parameters that changes the observations by less than this many standard deviations is not seen in them. */
    private static final double UNSEEN = 1;

    private FitWarnings() {}

    /**
     * The warnings: of parameters at their bounds, of those that the grid moves by more than their standard errors, and of a combination that the observations do not tell.
     *
     * @param byTheGrid what the grid makes of each parameter, NaN where that is not known
     */
    public static List<String> of(Fit fit, double[] byTheGrid) {
        List<String> warnings = new ArrayList<>();
        for (int k = 0; k < fit.values().length; k++) {
            FreeParameter parameter = fit.free().get(k);
            parameter
                    .boundAt(fit.values()[k])
                    .ifPresent(bound -> warnings.add(parameter.name() + " is at its bound "
                            + BigDecimal.valueOf(bound).stripTrailingZeros()
                            + ": its standard error says little"));
        }
        for (int k = 0; k < byTheGrid.length; k++) {
            double part = Math.abs(byTheGrid[k]) / fit.standardErrors()[k];
            if (part > 1) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "the grid moves %s by about %.2g, %.2g standard errors: a larger --nx and --nt or --discretization crank-nicolson",
                        fit.free().get(k).name(),
                        byTheGrid[k],
                        part));
            }
        }
        double[] singular = fit.singularValues();
        if (!(singular[singular.length - 1] > UNSEEN * fit.unit())) {
            warnings.add("the observations do not tell these parameters apart: " + fit.weakest()
                    + ", in relative changes, changes them by less than their standard deviation");
        }
        return warnings;
    }
}
