/**
 * Several equilibria of one game: {@link org.mfg.solvers.deflation.EquilibriumSearch}, by Newton's method with those that are known divided out, and how each answers
 * best responses. Uses the API, the coupled linear equations and Commons Math for eigenvalues of small matrices.
 */
@NullMarked
package org.mfg.solvers.deflation;

import org.jspecify.annotations.NullMarked;
