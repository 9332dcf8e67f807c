/**
 * Equilibria as NumPy archives: {@link org.mfg.output.npz.SolutionNpz} writes one, {@link org.mfg.app.study.SolutionStart} reads it as the
 * start of a solve. Without ND4J, whose first call would cost more than the whole default run. Uses the API, {@link
 * org.mfg.output.file} and, between grids, {@link org.mfg.solvers.nested}.
 */
@NullMarked
package org.mfg.output.npz;

import org.jspecify.annotations.NullMarked;
