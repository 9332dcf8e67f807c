/**
 * Solvers and models side by side, for {@code mfg compare}: each {@link org.mfg.examples.compare.Contender} solves the game by itself, all
 * are measured with the same yardstick.
 */
@NullMarked
package org.mfg.examples.compare;

import org.jspecify.annotations.NullMarked;
