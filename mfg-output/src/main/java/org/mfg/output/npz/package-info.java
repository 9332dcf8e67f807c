/**
 * Equilibria as NumPy archives: {@link org.mfg.output.npz.SolutionNpz} writes one, {@link org.mfg.output.npz.NpyArray} reads its
 * arrays. Without ND4J, whose first call would cost more than the whole default run. Uses the API and {@link
 * org.mfg.output.file}.
 */
@NullMarked
package org.mfg.output.npz;

import org.jspecify.annotations.NullMarked;
