/**
 * Hamiltonians, each a class of mathematics beside its provider:
 * {@link org.mfg.models.hamiltonian.QuadraticHamiltonian}, {@link org.mfg.models.hamiltonian.PowerHamiltonian},
 * {@link org.mfg.models.hamiltonian.AnisotropicQuadraticHamiltonian},
 * {@link org.mfg.models.hamiltonian.DriftQuadraticHamiltonian}. Throughout, an agent with drift a pays L(x, a) = sup_p
 * (-a·p - H(x, p)) per unit of time and chooses a* = -H_p.
 */
@NullMarked
package org.mfg.models.hamiltonian;

import org.jspecify.annotations.NullMarked;
