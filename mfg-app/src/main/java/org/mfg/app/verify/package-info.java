/**
 * Observed orders of convergence, for {@code mfg verify}: {@link org.mfg.app.verify.Verification} solves a game on a sequence
 * of grids and compares with its exact solution, or each grid with the next; {@link org.mfg.app.verify.Suite} is what is
 * checked unless a game is named; {@link org.mfg.app.verify.VerifyFiles} writes the tables and figures.
 */
@NullMarked
package org.mfg.app.verify;

import org.jspecify.annotations.NullMarked;
