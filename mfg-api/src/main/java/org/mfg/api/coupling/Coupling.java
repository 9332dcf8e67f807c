package org.mfg.api.coupling;

import java.util.Optional;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * A running or terminal coupling: the cost F[m](t, x) of being at x at time t in a crowd of density m. An operator on the whole density,
 * for example a kernel, F[m](t, x) = ∫ K(x, y) m(t, y) dy, implements {@link #on}; a function of the density at the agent's own place is
 * a {@link LocalCoupling}, one of the densities of several populations there a {@link PopulationCoupling}.
 */
public interface Coupling {

    /** The coupling on a grid, where integrals are sums with the grid's quadrature weights. */
    DiscreteCoupling on(Grid grid, TimeGrid time);

    /**
     * As {@link #on}, for a scheme that integrates costs over time by the trapezoid rule instead of taking those at the end of each
     * step. The same unless overridden: it matters only to a coupling that at one time level reads others, for example a speed.
     */
    default DiscreteCoupling forTrapezoidRule(Grid grid, TimeGrid time) {
        return on(grid, time);
    }

    /**
     * Why this coupling has no {@linkplain PlannerCoupling planner's version} although one could be computed, completing the sentence
     * "coupling ... has no planner's version: ..."; empty, as unless overridden, if it has one.
     */
    default Optional<String> plannerObjection() {
        return Optional.empty();
    }
}
