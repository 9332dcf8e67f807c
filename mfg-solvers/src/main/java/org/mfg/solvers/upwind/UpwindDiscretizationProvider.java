package org.mfg.solvers.upwind;

import org.mfg.api.discrete.Discretization;
import org.mfg.api.spi.DiscretizationProvider;
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
    public Discretization create(Parameters parameters) {
        return new UpwindDiscretization();
    }
}
