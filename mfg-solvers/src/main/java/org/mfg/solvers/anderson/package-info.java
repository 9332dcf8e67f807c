/** Anderson acceleration of the fixed-point iteration: {@link org.mfg.solvers.anderson.AndersonSolver}. */
@NullMarked
package org.mfg.solvers.anderson;

import org.jspecify.annotations.NullMarked;
