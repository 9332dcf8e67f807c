/**
 * How plugins are found. To add a Hamiltonian, coupling, discretisation, solver or game:
 *
 * <ol>
 *   <li>write the class itself, for example a {@link org.mfg.api.hamiltonian.AxiswiseHamiltonian};
 *   <li>write its provider, for example a {@link org.mfg.api.spi.HamiltonianProvider}, that gives its name, a line of
 *       description, its parameters, and creates it from their values;
 *   <li>name the provider's class in {@code META-INF/services/org.mfg.api.spi.HamiltonianProvider};
 *   <li>put the jar on the class path, or in the folder given by {@code --plugins}.
 * </ol>
 *
 * <p>Quantities of interest have no parameters: a {@link org.mfg.api.spi.QuantityProvider} lists them for a game.
 */
@NullMarked
package org.mfg.api.spi;

import org.jspecify.annotations.NullMarked;
