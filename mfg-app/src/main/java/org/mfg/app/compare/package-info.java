/**
 * Solvers and models side by side, for {@code mfg compare}: each {@link org.mfg.app.compare.Contender} solves the game by itself, all
 * are measured with the same yardstick.
 */
@NullMarked
package org.mfg.app.compare;

import org.jspecify.annotations.NullMarked;
