/**
 * Costs and densities written as formulas, for example {@code 0.5*(x-0.7)^2}. Entry: {@link
 * org.mfg.models.formula.Formulas}. Nothing else in the framework sees the expression library.
 */
@NullMarked
package org.mfg.models.formula;

import org.jspecify.annotations.NullMarked;
