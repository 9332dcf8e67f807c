/** Fictitious play: {@link org.mfg.solvers.fictitiousplay.FictitiousPlaySolver}. */
@NullMarked
package org.mfg.solvers.fictitiousplay;

import org.jspecify.annotations.NullMarked;
