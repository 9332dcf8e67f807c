/**
 * What an agent pays for moving, as the Hamiltonian H(t, x, p, m) of its control problem. A plugin author implements one of
 * {@link org.mfg.api.hamiltonian.AxiswiseHamiltonian} (a sum over the axes), {@link
 * org.mfg.api.hamiltonian.RadialHamiltonian} (a function of |p|) or, failing both, {@link
 * org.mfg.api.hamiltonian.Hamiltonian}. Pointwise mathematics only: no grids, boundaries or time steps.
 */
@NullMarked
package org.mfg.api.hamiltonian;

import org.jspecify.annotations.NullMarked;
