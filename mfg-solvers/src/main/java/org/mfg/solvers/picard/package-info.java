/** The damped fixed-point iteration: {@link org.mfg.solvers.picard.PicardSolver}. */
@NullMarked
package org.mfg.solvers.picard;

import org.jspecify.annotations.NullMarked;
