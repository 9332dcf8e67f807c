/**
 * Equilibrium solvers and what they return: {@link org.mfg.api.equilibrium.EquilibriumSolver} turns a discrete game into
 * an {@link org.mfg.api.equilibrium.Equilibrium}, telling a {@link org.mfg.api.equilibrium.Monitor} of each {@link
 * org.mfg.api.equilibrium.Iteration}.
 */
@NullMarked
package org.mfg.api.equilibrium;

import org.jspecify.annotations.NullMarked;
