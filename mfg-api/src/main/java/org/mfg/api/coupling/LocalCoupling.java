package org.mfg.api.coupling;

import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * A coupling through the density at the agent's own place, F[m](t, x) = f(t, x, m(t, x)). Monotone (non-decreasing in m)
 * couplings have at most one equilibrium.
 *
 * <p>Implementations are pure functions, safe to call from several threads, that neither keep nor change the array x.
 */
public interface LocalCoupling extends Coupling {

    /**
     * f(t, x, m).
     *
     * @param t the time
     * @param x the position, d entries
     * @param m the density, >= 0
     */
    double value(double t, double[] x, double m);

    /** ∂f/∂m (t, x, m); by a central difference unless overridden. */
    default double densityDerivative(double t, double[] x, double m) {
        double e = Math.cbrt(Math.ulp(1.0)) * Math.max(1, m);
        e = Math.min(e, Math.max(0.5 * m, Double.MIN_NORMAL));
        return (value(t, x, m + e) - value(t, x, m - e)) / (2 * e);
    }

    /**
     * ∂²f/∂m² (t, x, m), which only the planner's version needs; unless overridden by a central difference of {@link
     * #densityDerivative} with a step that is wide enough where that is a difference itself.
     */
    default double densitySecondDerivative(double t, double[] x, double m) {
        double e = Math.sqrt(Math.sqrt(Math.ulp(1.0))) * Math.max(1, m);
        e = Math.min(e, Math.max(0.5 * m, Double.MIN_NORMAL));
        return (densityDerivative(t, x, m + e) - densityDerivative(t, x, m - e)) / (2 * e);
    }

    @Override
    default DiscreteCoupling on(Grid grid, TimeGrid time) {
        return new DiscreteLocalCoupling(this, grid, time);
    }
}
