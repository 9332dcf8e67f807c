/**
 * Newton's method on the concave dual of games with a target density: {@link org.mfg.solvers.planning.PlanningNewton}. Uses the API, conjugate gradients and the elimination of
 * sparse matrices.
 */
@NullMarked
package org.mfg.solvers.planning;

import org.jspecify.annotations.NullMarked;
