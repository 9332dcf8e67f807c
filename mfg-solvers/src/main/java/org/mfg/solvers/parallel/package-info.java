/** Threads for the kernels: {@link org.mfg.solvers.parallel.Workers}. Uses the JDK only. */
@NullMarked
package org.mfg.solvers.parallel;

import org.jspecify.annotations.NullMarked;
