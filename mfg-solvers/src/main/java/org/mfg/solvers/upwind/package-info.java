/**
 * The implicit upwind scheme of Achdou and Capuzzo-Dolcetta (2010) on tensor-product grids: monotone for the
 * Hamilton-Jacobi-Bellman equation, and for Fokker-Planck exactly the adjoint of its linearisation. The entry class is
 * {@link org.mfg.solvers.upwind.UpwindDiscretization}. Uses {@link org.mfg.solvers.linalg}.
 */
@NullMarked
package org.mfg.solvers.upwind;

import org.jspecify.annotations.NullMarked;
