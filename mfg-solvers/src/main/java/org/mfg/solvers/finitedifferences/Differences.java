package org.mfg.solvers.finitedifferences;

import java.util.Locale;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** The differences in space that a scheme takes; the time stepping is another choice. */
public enum Differences {
    /** One-sided, by a monotone numerical Hamiltonian: first order in h, robust. */
    UPWIND,
    /** Central: second order in h where the solution is resolved, |H_p| h <= 2D, and not monotone elsewhere. */
    CENTRAL;

    private static final String NAME = "differences";

    /** The declaration of the parameter that {@link #from} reads. */
    static Parameter parameter(Differences standard) {
        return Parameter.text(
                NAME,
                standard.name().toLowerCase(Locale.ROOT),
                Range.oneOf("upwind", "central"),
                "differences in space: upwind (first order, monotone) or central (second order where resolved)");
    }

    static Differences from(Parameters parameters) {
        return valueOf(parameters.text(NAME).toUpperCase(Locale.ROOT));
    }
}
