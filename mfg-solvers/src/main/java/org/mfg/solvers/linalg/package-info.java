/**
 * Kernels for the linear systems of one time slice. A {@link org.mfg.solvers.linalg.StencilMatrix} is assembled, a {@link
 * org.mfg.solvers.linalg.SliceSystems} factorises it and solves with it and with its transpose. Flat arrays, no
 * allocation in factorise and solve. Uses the JDK only.
 */
@NullMarked
package org.mfg.solvers.linalg;

import org.jspecify.annotations.NullMarked;
