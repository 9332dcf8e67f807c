package org.mfg.api.game;

import org.mfg.api.InvalidInputException;

/**
 * Agents die at a rate η and are replaced by newborns (perpetual youth: Yaari 1965, Blanchard 1985),
 *
 * <pre>
 *   -∂t u + (r + η) u - ... = f + F[m]          ∂t m - ... = η (m_b - m),   ∫ m_b = 1,
 * </pre>
 *
 * <p>so that the mass stays 1. The dead pay no more: the future counts for less by η. What death itself costs, a bequest say, is a running cost: B(x) at death is η B(x)
 * per unit of time.
 *
 * @param rate η > 0, deaths per agent and unit of time; 1/η is the mean life
 * @param newborn m_b >= 0, where newborns begin, up to a positive factor: it is normalised on the grid
 */
public record Death(double rate, SpaceFunction newborn) {
    /** Checks the rate. */
    public Death {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY && 1 / rate < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("death rate", "be finite and > 0", rate);
        }
    }
}
