/**
 * The linearised equations of an equilibrium, both at once, and their transposes: {@link org.mfg.solvers.coupled.CoupledEquations}. Uses the API, Krylov
 * methods and the threads of a game.
 */
@NullMarked
package org.mfg.solvers.coupled;

import org.jspecify.annotations.NullMarked;
