package org.mfg.solvers.upwind;

import java.util.List;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.spi.DiscretizationProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link UpwindDiscretization} as {@code upwind}. */
public final class UpwindDiscretizationProvider implements DiscretizationProvider {

    @Override
    public String name() {
        return "upwind";
    }

    @Override
    public String description() {
        return "implicit upwind finite differences (Achdou and Capuzzo-Dolcetta 2010), first order, monotone";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.real(
                "max-speed",
                0,
                Range.atLeast(0),
                "length/time",
                "for Hamiltonians neither separable nor radial: the largest drift on an axis; 0: from the costs"));
    }

    @Override
    public Discretization create(Parameters parameters) {
        return new UpwindDiscretization(Runtime.getRuntime().availableProcessors(), parameters.real("max-speed"));
    }
}
