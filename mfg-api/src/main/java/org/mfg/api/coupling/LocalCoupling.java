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
        double e = step(Math.cbrt(Math.ulp(1.0)), m);
        return (value(t, x, m + e) - value(t, x, m - e)) / (2 * e);
    }

    /**
     * ∂²f/∂m² (t, x, m), which only the planner's version needs; unless overridden by a central difference of {@link
     * #densityDerivative} with a step that is wide enough where that is a difference itself.
     */
    default double densitySecondDerivative(double t, double[] x, double m) {
        double e = step(Math.sqrt(Math.sqrt(Math.ulp(1.0))), m);
        return (densityDerivative(t, x, m + e) - densityDerivative(t, x, m - e)) / (2 * e);
    }

    private static double step(double relative, double m) {
        return Math.min(relative * Math.max(1, m), Math.max(0.5 * m, Double.MIN_NORMAL));
    }

    @Override
    default DiscreteCoupling on(Grid grid, TimeGrid time) {
        return new DiscreteLocalCoupling(this, grid, time);
    }
}
