/**
 * The discretisations by finite differences: implicit upwind ({@link
 * org.mfg.solvers.finitedifferences.UpwindDiscretization}) and Crank-Nicolson's ({@link
 * org.mfg.solvers.finitedifferences.CrankNicolsonDiscretization}), and stationary games on the stencils of either. They share the mesh, the
 * assembly of a slice and Newton's method on it. Uses {@link org.mfg.solvers.linalg}.
 */
@NullMarked
package org.mfg.solvers.finitedifferences;

import org.jspecify.annotations.NullMarked;
