/**
 * Economies that move: {@link org.mfg.solvers.path.TransitionSolver} finds the path of prices on which agents with perfect foresight go from one steady state
 * to another, or back to the same, while parameters of the game move. Uses the games of {@link org.mfg.api.spi.GameProvider}, their markets
 * and {@link org.mfg.solvers.market} for the steady states.
 */
@NullMarked
package org.mfg.solvers.path;

import org.jspecify.annotations.NullMarked;
