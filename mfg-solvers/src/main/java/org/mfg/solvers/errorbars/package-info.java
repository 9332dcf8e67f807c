/**
 * How far quantities of a discrete equilibrium are from those of the continuous game: {@link org.mfg.solvers.errorbars.ErrorBars}. Uses the API, nested
 * grids, the coupled linear equations and derivatives of quantities.
 */
@NullMarked
package org.mfg.solvers.errorbars;

import org.jspecify.annotations.NullMarked;
