/**
 * Multigrid in space for the symmetric positive definite space-time system of Newton's method: {@link org.mfg.solvers.multigrid.SpaceTimeMultigrid}.
 * Knows stencils and slices, neither games nor schemes.
 */
@NullMarked
package org.mfg.solvers.multigrid;

import org.jspecify.annotations.NullMarked;
