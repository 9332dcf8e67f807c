/** Matrix-free Krylov methods for the linear systems of the equilibrium solvers. Uses the JDK only. */
@NullMarked
package org.mfg.solvers.krylov;

import org.jspecify.annotations.NullMarked;
