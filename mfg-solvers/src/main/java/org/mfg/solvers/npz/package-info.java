/**
 * Equilibria as NumPy archives: {@link org.mfg.solvers.npz.SolutionNpz}. Written without ND4J, whose first call would cost
 * more than the whole default run. Uses the API and {@link org.mfg.solvers.file}.
 */
@NullMarked
package org.mfg.solvers.npz;

import org.jspecify.annotations.NullMarked;
