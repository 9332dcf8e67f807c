/** The alternating direction method of multipliers for games with a potential: {@link org.mfg.solvers.admm.AdmmSolver}. */
@NullMarked
package org.mfg.solvers.admm;

import org.jspecify.annotations.NullMarked;
