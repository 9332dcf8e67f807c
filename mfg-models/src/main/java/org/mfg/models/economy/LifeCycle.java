package org.mfg.models.economy;

import java.util.function.DoubleUnaryOperator;
import org.mfg.api.game.SpaceFunction;

/**
 * A life that ends at a known age: time is the age of a generation.
 *
 * @param years the age T > 0 at its end
 * @param profile the factor of productivity at an age, > 0
 * @param newborn the density of wealth and income at age 0, up to a factor
 * @param bequest what wealth is worth at the end, a function of the position; a constant for nothing
 */
public record LifeCycle(double years, DoubleUnaryOperator profile, SpaceFunction newborn, SpaceFunction bequest) {}
