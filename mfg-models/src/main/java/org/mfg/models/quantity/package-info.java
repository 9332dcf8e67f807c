/**
 * The quantities of interest that come with the framework: {@link org.mfg.models.quantity.CommonQuantities} by name, {@link
 * org.mfg.models.quantity.FormulaQuantities} as integrals of formulas. Uses the API and formulas.
 */
@NullMarked
package org.mfg.models.quantity;

import org.jspecify.annotations.NullMarked;
