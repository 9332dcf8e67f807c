/**
 * Derivatives of a discrete equilibrium by implicit differentiation: {@link org.mfg.solvers.sensitivity.Sensitivity}. Uses the API
 * and the coupled linear equations.
 */
@NullMarked
package org.mfg.solvers.sensitivity;

import org.jspecify.annotations.NullMarked;
