/** Newton's method on the coupled system: {@link org.mfg.solvers.newton.NewtonSolver}. */
@NullMarked
package org.mfg.solvers.newton;

import org.jspecify.annotations.NullMarked;
