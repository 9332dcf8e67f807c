package org.mfg.api.coupling;

import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** A coupling through the whole density, for example a kernel: F[m](t, x) = ∫ K(x, y) m(t, y) dy. */
public non-sealed interface NonlocalCoupling extends Coupling {

    /** The coupling on a grid, where integrals are sums with the grid's quadrature weights. */
    DiscreteCoupling on(Grid grid, TimeGrid time);

    /**
     * As {@link #on}, for a scheme that integrates costs over time by the trapezoid rule instead of taking those at the end of each
     * step. The same unless overridden: it matters only to a coupling that at one time level reads others, for example a speed.
     */
    default DiscreteCoupling forTrapezoidRule(Grid grid, TimeGrid time) {
        return on(grid, time);
    }

    /** Refuses, unless overridden; twice the coupling for a symmetric kernel. */
    @Override
    default Coupling forPlanner() {
        throw InvalidInputException.because(
                "coupling",
                "coupling " + getClass().getSimpleName() + " has no planner's version: its method forPlanner must give"
                        + " F[m] + F'[m]* m");
    }
}
