package org.mfg.api.coupling;

import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** A coupling through the whole density, for example a kernel: F[m](t, x) = ∫ K(x, y) m(t, y) dy. */
public non-sealed interface NonlocalCoupling extends Coupling {

    /** The coupling on a grid, where integrals are sums with the grid's quadrature weights. */
    DiscreteCoupling on(Grid grid, TimeGrid time);

    /** Refuses, unless overridden; twice the coupling for a symmetric kernel. */
    @Override
    default Coupling forPlanner() {
        throw InvalidInputException.because(
                "coupling",
                "coupling " + getClass().getSimpleName() + " has no planner's version: its method forPlanner must give"
                        + " F[m] + F'[m]* m");
    }
}
