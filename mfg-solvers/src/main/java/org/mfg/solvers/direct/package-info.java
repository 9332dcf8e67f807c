/** Newton's linear system solved exactly, by elimination in time: {@link org.mfg.solvers.direct.SpaceTimeElimination}. */
@NullMarked
package org.mfg.solvers.direct;

import org.jspecify.annotations.NullMarked;
