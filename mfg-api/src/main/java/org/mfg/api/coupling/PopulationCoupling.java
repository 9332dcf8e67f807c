package org.mfg.api.coupling;

import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * A coupling through the densities of all populations at the agent's own place, F[m](t, x, k) = f(t, x, k, m_0(t, x), ..., m_K-1(t, x)).
 * Populations are the {@linkplain org.mfg.api.grid.States states} of the domain, which it must have.
 *
 * <p>Implementations are pure functions, safe to call from several threads, that neither keep nor change the arrays.
 */
public interface PopulationCoupling extends Coupling {
    /**
     * f(t, x, k, m).
     *
     * @param t the time
     * @param x the position; its last entry is the number of the population
     * @param population the number k of the population that pays
     * @param densities m, the density >= 0 of each population at the place
     */
    double value(double t, double[] x, int population, double[] densities);

    /** ∂f/∂m_l (t, x, k, m), l being {@code other}; by a central difference unless overridden. */
    default double densityDerivative(double t, double[] x, int population, int other, double[] densities) {
        double[] moved = densities.clone();
        double m = densities[other];
        double e = Math.cbrt(Math.ulp(1.0)) * Math.max(1, m);
        e = Math.min(e, Math.max(0.5 * m, Double.MIN_NORMAL));
        moved[other] = m + e;
        double above = value(t, x, population, moved);
        moved[other] = m - e;
        return (above - value(t, x, population, moved)) / (2 * e);
    }

    @Override
    default DiscreteCoupling on(Grid grid, TimeGrid time) {
        return new DiscretePopulationCoupling(this, grid, time);
    }
}
