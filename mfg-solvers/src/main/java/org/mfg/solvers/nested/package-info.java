/** Nested iteration, from coarse grids to the finest: {@link org.mfg.solvers.nested.NestedSolver}. */
@NullMarked
package org.mfg.solvers.nested;

import org.jspecify.annotations.NullMarked;
