/** Policy iteration: {@link org.mfg.solvers.policyiteration.PolicyIterationSolver}. */
@NullMarked
package org.mfg.solvers.policyiteration;

import org.jspecify.annotations.NullMarked;
