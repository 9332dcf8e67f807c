package org.mfg.output.figure;

import java.util.Locale;
import org.mfg.api.equilibrium.Equilibrium;

/** What a figure says of a solve that found no equilibrium. */
final class Shortfall {
    private Shortfall() {}

    /** The words; "" for an equilibrium. */
    static String of(Equilibrium equilibrium) {
        if (equilibrium.isConverged()) {
            return "";
        }
        int count = equilibrium.iterations();
        return "no equilibrium: "
                + equilibrium.status().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " after " + count
                + (count == 1 ? " iteration" : " iterations");
    }
}
