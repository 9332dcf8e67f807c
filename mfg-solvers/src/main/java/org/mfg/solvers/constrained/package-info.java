/**
 * Newton's method for crowds that have to keep to something: a target density at the end (planning) or a ceiling. The entry is {@link
 * org.mfg.solvers.constrained.ConstrainedNewton}.
 */
@NullMarked
package org.mfg.solvers.constrained;

import org.jspecify.annotations.NullMarked;
