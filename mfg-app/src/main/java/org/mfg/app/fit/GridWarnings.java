package org.mfg.app.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mfg.solvers.calibration.Fit;

/** Says which parameters of a fit the grid moves by more than the data leave open. */
public final class GridWarnings {
    private GridWarnings() {}

    /**
     * A sentence for each parameter that the grid moves by more than its standard error.
     *
     * @param byTheGrid what the grid makes of each parameter, NaN where that is not known
     */
    public static List<String> of(Fit fit, double[] byTheGrid) {
        List<String> warnings = new ArrayList<>();
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
        return warnings;
    }
}
